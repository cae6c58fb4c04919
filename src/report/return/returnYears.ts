// src/report/return/returnYears.ts: on Parter: gross money back per person-year and party, and what the parties have back so far less what they paid in.
import { type Decimal, sum, ZERO } from "../../domain/money";
import { at, formulaCell, numberCell, textCell } from "../cells";
import { INTEGER, KR, NAME } from "./returnFrame";
import { blockOf } from "./returnSections";
import { COLUMN, WIDTH } from "./returnColumns";
import type { ReturnDraft } from "./returnTab";
import { yearsShown } from "./yearSums";

/** Figures side by side on the width of the page; with more parties the table goes on below. */
const ACROSS = 10;

/** A column of the table: formula and value of year k (from 0), on a given row; `find` gives the cell of another column on that row. */
interface YearColumn {
  readonly key: string;
  readonly heading: string;
  readonly formula: (k: number, year: string, cell: (key: string, k: number) => string) => string;
  readonly value: (k: number) => Decimal;
}

export function putReturnYears(tab: ReturnDraft): void {
  const { frame, draft } = tab;
  const years = yearsShown(frame);
  if (years === 0) return;
  const text = frame.words.parties;
  draft.put(draft.next + 1, 0, textCell(text.years, "group", { span: WIDTH, align: "left" }));
  draft.putText(draft.next, 0, text.yearsNote);
  const columns = columnsOf(tab);
  const top = draft.next;
  // Each part has a heading, its years and, before the next one, an empty row.
  const firstYear = (part: number): number => top + part * (years + 2) + 1;
  const cell = (key: string, k: number): string => {
    const place = columns.findIndex((each) => each.key === key);
    return at(firstYear(Math.floor(place / ACROSS)) + k, 1 + (place % ACROSS));
  };
  for (let part = 0; part * ACROSS < columns.length; part += 1) {
    const own = columns.slice(part * ACROSS, (part + 1) * ACROSS);
    const first = firstYear(part);
    draft.putRow(first - 1, 0, [
      textCell(text.year, "heading", { align: "left" }),
      ...own.map(({ heading }) => textCell(heading, "heading", { align: "right", wrap: true })),
    ]);
    for (let k = 0; k < years; k += 1) {
      draft.putRow(first + k, 0, [
        numberCell(k + 1, INTEGER, "plain", { align: "left" }),
        ...own.map(({ formula, value }) => formulaCell(formula(k, `$${at(first + k, 0)}`, cell), value(k), KR)),
      ]);
    }
  }
}

function columnsOf(tab: ReturnDraft): readonly YearColumn[] {
  const { frame } = tab;
  const text = frame.words.parties;
  const { byYear } = frame.input.result;
  const back = (party: number, k: number): Decimal => byYear.parties[party]?.back[k] ?? ZERO;
  const all = frame.parties.map((_, party) => party);
  const cooperating = all.filter((party) => frame.parties[party]?.cooperating === true);
  const together = (parties: readonly number[], k: number): Decimal => sum(parties.map((party) => back(party, k)));
  const keys = (parties: readonly number[]): string[] => parties.map((party) => `party:${party}`);
  const paid = at(blockOf(tab, "retirement").parties, COLUMN.in);
  let soFar = frame.input.result.horizons.retirement.total.in.negated();
  const accumulated = Array.from(
    { length: yearsShown(frame) },
    (_, k) => (soFar = soFar.plus(together(cooperating, k))),
  );
  return [
    ...all.map((party): YearColumn => ({
      key: `party:${party}`,
      heading: frame.parties[party]?.agency.name ?? "",
      formula: (_, year) => sharedInYear(year, `INDEX(${NAME.shares},0,${party + 1})`),
      value: (k) => back(party, k),
    })),
    {
      key: "parties",
      heading: text.parties,
      formula: (k, _, cell) =>
        keys(cooperating)
          .map((key) => cell(key, k))
          .join("+") || "0",
      value: (k) => together(cooperating, k),
    },
    {
      key: "publicSector",
      heading: text.publicSector,
      formula: (k, year, cell) =>
        `${
          keys(all)
            .map((key) => cell(key, k))
            .join("+") || "0"
        }-${NAME.tax}*${sharedInYear(year, NAME.taxed)}`,
      value: (k) => together(all, k).plus(byYear.tax[k] ?? ZERO),
    },
    {
      key: "accumulated",
      heading: text.accumulated,
      formula: (k, _, cell) =>
        k === 0 ? `${cell("parties", k)}-${paid}` : `${cell("accumulated", k - 1)}+${cell("parties", k)}`,
      value: (k) => accumulated[k] ?? ZERO,
    },
  ];
}

/** Old less new support of a year per share row, times one number per share row. */
function sharedInYear(year: string, weights: string): string {
  return `SUMPRODUCT(MMULT(INDEX(${NAME.yearOld},${year},0)-INDEX(${NAME.yearNext},${year},0),${weights}))`;
}
