// src/report/rollUp/rollUpTabs.ts: a folder's roll-up as two tabs: one initiative a row with links to its file, and every file with what is to be looked at.
import { Decimal } from "../../domain/money";
import type { FileSummary, InitiativeSummary } from "../../domain/rollUp/fileSummary";
import type { Texts } from "../../text/texts";
import { at, columnRange, dateSerial, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { columns } from "../columns";
import { SheetDraft } from "../sheetDraft";
import type { Cell, NumberFormat, SheetModel } from "../sheetModel";

export interface RollUpTabsInput {
  readonly files: readonly FileSummary[];
  /** As the user named it. */
  readonly folder: string;
  /** From where the overview is saved to the folder, with `/`; empty: beside the files. */
  readonly path: string;
  /** ISO date. */
  readonly today: string;
  readonly names: { readonly overview: string; readonly files: string };
  readonly texts: Texts;
}

interface Row {
  readonly file: string;
  readonly initiative: InitiativeSummary;
  readonly row: number;
  readonly path: string;
  readonly texts: Texts;
}

/** What stands under the rows: their first and last row. */
interface Under {
  readonly top: number;
  readonly bottom: number;
  readonly sums: Readonly<Record<"budget" | "outcome" | "paidIn", Decimal>>;
  readonly texts: Texts;
}

const KR: NumberFormat = { kind: "amount", unit: "kr", decimals: 0 };
const PERCENT: NumberFormat = { kind: "percent", decimals: 1 };
const right = { align: "right", wrap: true } as const;
const left = { wrap: true } as const;

/** What the overview is made from. */
interface OverviewTab {
  readonly texts: Texts;
  readonly initiatives: readonly InitiativeSummary[];
}

/** Hidden where no initiative has it. */
const unless =
  (has: (initiative: InitiativeSummary) => boolean) =>
  ({ initiatives }: OverviewTab): boolean =>
    !initiatives.some(has);

const LIST = columns<OverviewTab, Row, Under>()([
  {
    key: "initiative",
    heading: ({ texts }) => texts.rollUp.columns.initiative,
    width: [30, 46],
    cell: ({ initiative }) => textCell(initiative.name, "plain", left),
    total: ({ texts }) => textCell(texts.rollUp.total, "total"),
  },
  {
    key: "file",
    heading: ({ texts }) => texts.rollUp.columns.file,
    width: [22, 40],
    cell: ({ file, path }) => fileLink(file, path),
    total: () => textCell("", "total"),
  },
  {
    key: "sheet",
    hidden: unless(({ sheet }) => sheet !== null),
    heading: ({ texts }) => texts.rollUp.columns.sheet,
    width: [10, 18],
    cell: ({ initiative }) => textCell(initiative.sheet ?? "", "plain", left),
    total: () => textCell("", "total"),
  },
  {
    key: "budget",
    hidden: unless(({ budget }) => budget !== null),
    heading: ({ texts }) => texts.rollUp.columns.budget,
    style: right,
    width: [14, 18],
    cell: ({ initiative }) => kr(initiative.budget?.total.budget),
    total: (under) => sumCell("budget", under),
  },
  {
    key: "outcome",
    hidden: unless(({ budget }) => budget !== null),
    heading: ({ texts }) => texts.rollUp.columns.outcome,
    style: right,
    width: [14, 18],
    cell: ({ initiative }) => kr(initiative.budget?.total.outcome),
    total: (under) => sumCell("outcome", under),
  },
  {
    key: "deviation",
    hidden: unless(({ budget }) => budget !== null),
    heading: ({ texts }) => texts.rollUp.columns.deviation,
    style: right,
    width: [14, 18],
    cell: ({ initiative, row }) =>
      initiative.budget === null ? null : deviationCell(row, new Decimal(initiative.budget.total.deviation), "plain"),
    total: ({ bottom, sums }) => deviationCell(bottom + 1, sums.outcome.minus(sums.budget), "total"),
  },
  {
    key: "share",
    hidden: unless(({ budget }) => budget !== null),
    heading: ({ texts }) => texts.rollUp.columns.share,
    style: right,
    width: [10, 12],
    cell: ({ initiative, row }) =>
      initiative.budget === null
        ? null
        : shareCell(row, initiative.budget.total.deviation, initiative.budget.total.budget),
    total: ({ bottom, sums }) =>
      shareCell(bottom + 1, sums.outcome.minus(sums.budget).toString(), sums.budget.toString(), "total"),
  },
  {
    key: "forecast",
    hidden: unless(({ budget }) => budget?.forecast != null),
    heading: ({ texts }) => texts.rollUp.columns.forecast,
    style: right,
    width: [14, 18],
    cell: ({ initiative }) => kr(initiative.budget?.forecast?.forecast),
    total: () => textCell("", "total"),
  },
  {
    key: "forecastDeviation",
    hidden: unless(({ budget }) => budget?.forecast != null),
    heading: ({ texts }) => texts.rollUp.columns.forecastDeviation,
    style: right,
    width: [14, 18],
    cell: ({ initiative }) => kr(initiative.budget?.forecast?.deviation),
    total: () => textCell("", "total"),
  },
  {
    key: "marked",
    hidden: unless(({ budget }) => budget !== null),
    heading: ({ texts }) => texts.rollUp.columns.marked,
    style: right,
    width: [10, 12],
    cell: ({ initiative }) =>
      initiative.budget === null ? null : numberCell(initiative.budget.marked, { kind: "integer" }),
    total: () => textCell("", "total"),
  },
  {
    key: "unitCost",
    hidden: unless(({ unitCost }) => unitCost !== null),
    heading: ({ texts }) => texts.rollUp.columns.unitCost,
    style: right,
    width: [12, 16],
    cell: ({ initiative }) => kr(initiative.unitCost?.outcome ?? undefined),
    total: () => textCell("", "total"),
  },
  {
    key: "persons",
    hidden: unless(({ money }) => money !== null),
    heading: ({ texts }) => texts.rollUp.columns.persons,
    style: right,
    width: [10, 12],
    cell: ({ initiative, texts }) =>
      ofPersons(initiative, initiative.money?.persons ?? null, { kind: "integer" }, texts),
    total: () => textCell("", "total"),
  },
  {
    key: "paidIn",
    hidden: unless(({ money }) => money !== null),
    heading: ({ texts }) => texts.rollUp.columns.paidIn,
    style: right,
    width: [14, 18],
    cell: ({ initiative }) => kr(initiative.money?.paidIn),
    total: (under) => sumCell("paidIn", under),
  },
  {
    key: "paidBack",
    hidden: unless(({ money }) => money !== null),
    heading: ({ texts }) => texts.rollUp.columns.paidBack,
    style: right,
    width: [14, 18],
    cell: ({ initiative, texts }) => ofPersons(initiative, initiative.money?.paidBack ?? null, KR, texts),
    total: () => textCell("", "total"),
  },
  {
    key: "ratio",
    hidden: unless(({ money }) => money !== null),
    heading: ({ texts }) => texts.rollUp.columns.ratio,
    style: right,
    width: [10, 14],
    cell: ({ initiative, row, texts }) => ratioCell(initiative, row, texts),
    total: () => textCell("", "total"),
  },
  {
    key: "payback",
    hidden: unless(({ money }) => money !== null),
    heading: ({ texts }) => texts.rollUp.columns.payback,
    style: right,
    width: [10, 12],
    cell: ({ initiative }) => numberCell(initiative.money?.paybackMonth ?? null, { kind: "integer" }),
    total: () => textCell("", "total"),
  },
]);

const COLUMN = LIST.at;

/** The roll-up's tabs. Figures are values, since their sources are other files; deviations, shares, ratios and sums are formulas over them. */
export function rollUpTabs(input: RollUpTabsInput): readonly SheetModel[] {
  return [overviewSheet(input), filesSheet(input)];
}

function overviewSheet({ files, folder, path, today, names, texts }: RollUpTabsInput): SheetModel {
  const words = texts.rollUp;
  const tab = { texts, initiatives: files.flatMap(({ initiatives }) => initiatives) };
  const draft = new SheetDraft(LIST.plan(tab), texts.language);
  const top = head(draft, words.title, { files, folder, today, texts });
  draft.putRow(top, 0, LIST.headingCells(tab));
  const rows = files.flatMap(({ file, initiatives }) => initiatives.map((initiative) => ({ file, initiative })));
  rows.forEach(({ file, initiative }, index) => {
    const row = top + 1 + index;
    draft.putRow(row, 0, LIST.cells({ file, initiative, row, path, texts }));
  });
  const sumOf = (amount: (each: InitiativeSummary) => string | undefined): Decimal =>
    rows.reduce((sum, { initiative }) => sum.plus(amount(initiative) ?? 0), new Decimal(0));
  const sums = {
    budget: sumOf(({ budget }) => budget?.total.budget),
    outcome: sumOf(({ budget }) => budget?.total.outcome),
    paidIn: sumOf(({ money }) => money?.paidIn),
  };
  const bottom = top + rows.length;
  if (rows.length > 0) draft.putRow(bottom + 1, 0, LIST.totals({ top: top + 1, bottom, sums, texts }));
  let next = draft.putText(draft.next, 0, words.signNote);
  if (rows.some(({ initiative }) => initiative.money !== null)) next = draft.putText(next, 0, words.totalNote);
  if (rows.some(({ initiative }) => initiative.money?.masked === true)) draft.putText(next, 0, words.maskedNote);
  return draft.sheet("oversikt", names.overview, {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
}

/** Title and facts; the row of the headings. */
function head(
  draft: SheetDraft,
  title: string,
  { files, folder, today, texts }: Pick<RollUpTabsInput, "files" | "folder" | "today" | "texts">,
): number {
  const words = texts.rollUp.head;
  const count = (state: FileSummary["state"]): number => files.filter((file) => file.state === state).length;
  draft.put(0, 0, textCell(title, "title", { span: 3 }));
  draft.putRow(1, 0, [textCell(words.folder, "label"), textCell(folder, "plain", { span: 3 })]);
  draft.putRow(2, 0, [
    textCell(words.files, "label"),
    textCell(words.filesValue(count("read"), count("refused"), count("doubled"), count("failed")), "plain", {
      span: 3,
    }),
  ]);
  draft.putRow(3, 0, [
    textCell(words.date, "label"),
    numberCell(dateSerial(today), { kind: "date" }, "plain", { align: "left" }),
  ]);
  return 5;
}

function kr(amount: string | undefined): Cell | null {
  return amount === undefined ? null : numberCell(new Decimal(amount), KR);
}

/** A figure about persons, the word for it where it is masked. */
function ofPersons(
  { money }: InitiativeSummary,
  value: string | number | null,
  format: NumberFormat,
  { rollUp }: Texts,
): Cell | null {
  if (money === null) return null;
  if (value === null) return textCell(money.masked ? rollUp.masked : "", "plain", { align: "right" });
  return numberCell(new Decimal(value), format);
}

function ratioCell(initiative: InitiativeSummary, row: number, texts: Texts): Cell | null {
  const format: NumberFormat = { kind: "number", decimals: 2 };
  const { paidIn = "0", paidBack = null } = initiative.money ?? {};
  if (paidBack === null || new Decimal(paidIn).isZero()) return ofPersons(initiative, null, format, texts);
  const [paid, back] = [at(row, COLUMN.paidIn), at(row, COLUMN.paidBack)];
  return formulaCell(`IF(${paid}=0,"",${back}/${paid})`, new Decimal(paidBack).div(paidIn), format);
}

function deviationCell(row: number, deviation: Decimal, look: "plain" | "total"): Cell {
  return formulaCell(`${at(row, COLUMN.outcome)}-${at(row, COLUMN.budget)}`, deviation, KR, look);
}

function shareCell(row: number, deviation: string, budget: string, look: "plain" | "total" = "plain"): Cell {
  const base = new Decimal(budget).abs();
  const value = base.isZero() ? null : new Decimal(deviation).div(base);
  const [d, b] = [at(row, COLUMN.deviation), at(row, COLUMN.budget)];
  return formulaCell(`IF(ROUND(${b},4)=0,"",${d}/ABS(${b}))`, value, PERCENT, look);
}

function sumCell(key: "budget" | "outcome" | "paidIn", { top, bottom, sums }: Under): Cell {
  return formulaCell(`SUM(${columnRange(COLUMN[key], top, bottom)})`, sums[key], KR, "total");
}

/** Excel's longest text inside a formula. */
const LONGEST = 255;

/** A link that opens the file, by its path from where the overview stands. */
function fileLink(file: string, path: string): Cell {
  const whole = path === "" ? file : `${path}/${file}`;
  // Excel reads the part after a # as a place in the file.
  const target = whole.replaceAll("%", "%25").replaceAll("#", "%23");
  if (target.length > LONGEST || file.length > LONGEST) return textCell(file, "plain", left);
  return textFormulaCell(`HYPERLINK(${literal(target)},${literal(file)})`, file, "plain", left);
}

interface FileRow {
  readonly summary: FileSummary;
  readonly first: boolean;
  readonly level: string;
  readonly place: string;
  readonly remark: string;
  readonly path: string;
  readonly texts: Texts;
}

const COUNT: NumberFormat = { kind: "number", decimals: 0 };
const onFirst =
  (value: (row: FileRow) => number): ((row: FileRow) => Cell | null) =>
  (row) =>
    row.first ? numberCell(value(row), COUNT) : null;

const FILES = columns<Texts, FileRow>()([
  {
    key: "file",
    heading: ({ rollUp }) => rollUp.fileColumns.file,
    width: [30, 50],
    cell: ({ summary, path }) => fileLink(summary.file, path),
  },
  {
    key: "state",
    heading: ({ rollUp }) => rollUp.fileColumns.state,
    width: [12, 16],
    cell: ({ summary, first, texts }) =>
      first ? textCell(texts.rollUp.state[summary.state], summary.state === "read" ? "plain" : "warn") : null,
  },
  {
    key: "rows",
    heading: ({ rollUp }) => rollUp.fileColumns.rows,
    style: right,
    width: [9, 10],
    cell: onFirst(({ summary }) => summary.rows.seen),
  },
  {
    key: "used",
    heading: ({ rollUp }) => rollUp.fileColumns.used,
    style: right,
    width: [9, 10],
    cell: onFirst(({ summary }) => summary.rows.used),
  },
  {
    key: "setAside",
    heading: ({ rollUp }) => rollUp.fileColumns.setAside,
    style: right,
    width: [9, 12],
    cell: onFirst(({ summary }) => summary.rows.setAside),
  },
  {
    key: "questions",
    heading: ({ rollUp }) => rollUp.fileColumns.questions,
    style: right,
    width: [9, 10],
    cell: onFirst(({ summary }) => summary.questions),
  },
  {
    key: "level",
    heading: ({ rollUp }) => rollUp.fileColumns.level,
    width: [14, 20],
    cell: ({ level }) => textCell(level),
  },
  {
    key: "place",
    heading: ({ rollUp }) => rollUp.fileColumns.place,
    width: [14, 24],
    cell: ({ place }) => textCell(place, "plain", left),
  },
  {
    key: "remark",
    heading: ({ rollUp }) => rollUp.fileColumns.remark,
    width: [70, 70],
    cell: ({ remark }) => textCell(remark, "plain", left),
  },
]);

/** Every file of the folder, one remark a row, so that nothing of it is out of the count in silence. */
function filesSheet({ files, folder, path, today, names, texts }: RollUpTabsInput): SheetModel {
  const draft = new SheetDraft(FILES.plan(texts), texts.language);
  const top = head(draft, texts.rollUp.filesTitle, { files, folder, today, texts });
  draft.putRow(top, 0, FILES.headingCells(texts));
  let row = top + 1;
  for (const summary of files)
    for (const [index, told] of remarksOf(summary, texts).entries())
      draft.putRow(row++, 0, FILES.cells({ summary, first: index === 0, path, texts, ...told }));
  return draft.sheet("kontroller", names.files, {
    frozen: { rows: top + 1, columns: 1 },
    printTitleRows: { from: top, to: top },
  });
}

/** At least one row a file. */
function remarksOf(
  { remarks, moreRemarks, questions, doubles, state }: FileSummary,
  { rollUp, severity }: Texts,
): readonly Pick<FileRow, "level" | "place" | "remark">[] {
  const told = remarks.map(({ severity: level, sheet, cell, message }) => ({
    level: severity[level],
    place: [sheet, cell].filter((part) => part !== null).join("!"),
    remark: message,
  }));
  if (moreRemarks > 0) told.push({ level: "", place: "", remark: rollUp.more(moreRemarks) });
  if (questions > 0) told.unshift({ level: severity.question, place: "", remark: rollUp.asks(questions) });
  if (state === "doubled" && doubles !== null)
    told.unshift({ level: severity.note, place: "", remark: rollUp.doubles(doubles) });
  return told.length > 0 ? told : [{ level: "", place: "", remark: rollUp.nothing }];
}
