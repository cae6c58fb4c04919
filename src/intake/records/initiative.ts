// src/intake/records/initiative.ts: facts about an initiative from labels with a value to the right. Fields, not rows of a table.
import type { Fact, InitiativeFacts, Origin } from "../../domain/deviation/budget";
import type { FactOrigins } from "../../domain/return/returnRows";
import { Decimal, KR_PER_UNIT, toKr, type Unit } from "../../domain/money";
import { problem, type Problem } from "../../domain/problem";
import { isBadAmount, readAmount, readAmountText } from "../amount";
import { lookupKey, plainSpaces } from "../../domain/lookupKey";
import { cellName } from "../../domain/a1";
import { type CellValue, type Grid, isCellError } from "../grid";
import { isDateFormat, isPercentFormat } from "../numberFormat";
import { readPeriodCell } from "../periodLabel";
import { unitsIn, withoutUnit } from "../unitText";
import { monthOfSerial } from "../../domain/period";

type Field = keyof InitiativeFacts;
type Mutable = { -readonly [Key in keyof Required<InitiativeFacts>]: Required<InitiativeFacts>[Key] };

const LABELS: Readonly<Record<Field, readonly string[]>> = {
  name: [
    "insatsensnamn",
    "projektetsnamn",
    "projektnamn",
    "insatsnamn",
    "namnpainsatsen",
    "initiativename",
    "nameofinitiative",
  ],
  from: [
    "insatstidfran",
    "insatstidfranochmed",
    "insatstidfrom",
    "projekttidfran",
    "projekttidfrom",
    "insatsstart",
    "startdatum",
    "initiativefrom",
    "projectfrom",
  ],
  to: [
    "insatstidtill",
    "insatstidtom",
    "insatstidtillochmed",
    "projekttidtill",
    "projekttidtom",
    "insatsslut",
    "slutdatum",
    "initiativeto",
    "projectto",
  ],
  granted: ["beviljademedel", "beviljat", "beviljatbelopp", "grantedfunds"],
  used: ["utnyttjademedel", "utnyttjat", "utnyttjatbelopp", "forbrukademedel", "usedfunds"],
  statedUsedShare: ["uppgivenandelutnyttjat", "andelutnyttjat", "uppgivenandel", "statedshareused"],
  participants: [
    "antaldeltagare",
    "deltagareantal",
    "deltagaretotalt",
    "totaltantaldeltagare",
    "numberofparticipants",
    "participants",
  ],
  closed: ["avslutadedeltagare", "antalavslutade", "antalavslutadedeltagare", "avslutade", "closedparticipants"],
  toWorkOrStudies: [
    "tillarbeteellerstudier",
    "tillarbetestudier",
    "tillarbeteochstudier",
    "antaltillarbeteellerstudier",
    "toworkorstudies",
  ],
  plannedParticipants: ["planeradedeltagare", "planeratantaldeltagare", "planeradestarter", "plannedparticipants"],
  plannedParticipantsPerYear: [
    "planeradestarterperar",
    "planeradedeltagareperar",
    "planeratantaldeltagareperar",
    "plannedparticipantsperyear",
  ],
  plannedClosed: ["planeradeavslut", "planeratantalavslut", "plannedclosed"],
  plannedClosedPerYear: ["planeradeavslutperar", "planeratantalavslutperar", "plannedclosedperyear"],
  plannedToWorkOrStudies: [
    "planerattillarbeteellerstudier",
    "planerattillarbete",
    "planeradetillarbeteellerstudier",
    "planeradetillarbete",
    "plannedtoworkorstudies",
  ],
  plannedToWorkOrStudiesPerYear: [
    "planerattillarbeteellerstudierperar",
    "planerattillarbeteperar",
    "planeradetillarbeteellerstudierperar",
    "planeradetillarbeteperar",
    "plannedtoworkorstudiesperyear",
  ],
  volumeShare: [
    "rorligandel",
    "andelrorligkostnad",
    "andelrorligakostnader",
    "volymandel",
    "volymberoendeandel",
    "variableshare",
    "volumeshare",
  ],
};
const FIELD_OF = new Map<string, Field>(
  (Object.keys(LABELS) as Field[]).flatMap((field) => LABELS[field].map((label) => [label, field] as const)),
);

const NO_FACTS: Required<InitiativeFacts> = {
  name: null,
  from: null,
  to: null,
  granted: null,
  used: null,
  statedUsedShare: null,
  participants: null,
  closed: null,
  toWorkOrStudies: null,
  plannedParticipants: null,
  plannedParticipantsPerYear: null,
  plannedClosed: null,
  plannedClosedPerYear: null,
  plannedToWorkOrStudies: null,
  plannedToWorkOrStudiesPerYear: null,
  volumeShare: null,
};

/** The value of the fact with this label, where it is a number: for claims whose basis names facts. */
export function factNamed(facts: InitiativeFacts, label: string): Decimal | null {
  const field = fieldOf(label);
  const value =
    field === undefined || field === "name" || field === "from" || field === "to" ? null : (facts[field] ?? null);
  return value !== null && "origin" in value ? value.value : value;
}

/** The facts of one sheet, and the rows they stand in. */
export interface SheetFacts {
  readonly sheet: string;
  readonly facts: InitiativeFacts;
  readonly origins: FactOrigins;
  readonly rows: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}

/** A label of a fact, such as `Antal deltagare`. */
export function isFactLabel(text: string): boolean {
  return fieldOf(text) !== undefined;
}

function fieldOf(label: string): Field | undefined {
  return label.length > 80 ? undefined : FIELD_OF.get(lookupKey(withoutUnit(label).replace(/:$/u, "")));
}

const MOST_ROWS = 2_000;

/** Null when the sheet has no such label. Rows in `taken` belong to tables. A label counts only with exactly one value to its right; the first of two equal labels holds. */
export function factsOf(grid: Grid, date1904: boolean, taken: ReadonlySet<number> = new Set()): SheetFacts | null {
  const facts: Mutable = { ...NO_FACTS };
  const origins: Partial<Record<Field, Origin>> = {};
  const rows = new Set<number>();
  const problems: Problem[] = [];
  for (let row = 0; row < Math.min(grid.values.length, MOST_ROWS); row++) {
    const cells = grid.values[row];
    if (cells === undefined || taken.has(row)) continue;
    const column = cells.findIndex((cell) => cell !== null && cell !== "");
    const label = cells[column];
    const field = typeof label === "string" ? fieldOf(label) : undefined;
    if (typeof label !== "string" || field === undefined) continue;
    const filled = cells.flatMap((cell, at) => (at > column && cell !== null && cell !== "" ? [at] : []));
    const [at] = filled;
    if (at === undefined || cells.slice(column + 1).filter((cell) => typeof cell === "number").length > 1) continue;
    rows.add(row);
    if (facts[field] !== null) {
      problems.push(
        problem("fields-ignored", { sheet: grid.sheet, cell: cellName(row, column) }, { label: plainSpaces(label) }),
      );
      continue;
    }
    if (!fill(facts, field, { grid, row, column: at, label, value: cells[at] ?? null, date1904 })) {
      problems.push(
        problem(
          "unreadable-field",
          { sheet: grid.sheet, cell: cellName(row, at) },
          { label: plainSpaces(label), text: shown(cells[at] ?? null) },
        ),
      );
    } else origins[field] = { workbook: null, sheet: grid.sheet, cells: cellName(row, at) };
  }
  return rows.size === 0 ? null : { sheet: grid.sheet, facts, origins, rows, problems };
}

interface Cell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly value: CellValue;
  readonly date1904: boolean;
}

/** False when the value cannot be what the field needs. */
function fill(facts: Mutable, field: Field, cell: Cell): boolean {
  switch (field) {
    case "name":
      facts.name =
        typeof cell.value === "string"
          ? plainSpaces(cell.value)
          : typeof cell.value === "number"
            ? String(cell.value)
            : null;
      return facts.name !== null;
    case "from":
    case "to":
      facts[field] = monthOf(cell, field);
      return facts[field] !== null;
    case "granted":
    case "used":
      facts[field] = fundsOf(cell);
      return facts[field] !== null;
    case "statedUsedShare":
      facts[field] = shareOf(cell);
      return facts[field] !== null;
    case "volumeShare": {
      const share = shareOf(cell);
      facts[field] = share !== null && share.gte(0) && share.lte(1) ? share : null;
      return facts[field] !== null;
    }
    default:
      facts[field] = countOf(cell);
      return facts[field] !== null;
  }
}

/** A date, `2008-02`, `200802` or a year: its first or its last month. */
function monthOf({ grid, row, column, value, date1904 }: Cell, end: "from" | "to"): number | null {
  const format = grid.format(row, column);
  if (typeof value === "number" && isDateFormat(format)) return monthOfSerial(value, date1904);
  const reading = readPeriodCell(value, format, date1904, null);
  return reading.kind === "period" ? reading.period[end] : null;
}

/** kr; the unit is the label's (`Beviljade medel (tkr)`), or the one after the amount, else kr. */
function fundsOf({ grid, row, column, label, value }: Cell): Decimal | null {
  const stated = [...unitsIn(label)];
  const suffix = typeof value === "string" ? (/(tkr|mkr|mnkr|ksek|msek)\.?$/iu.exec(value.trim())?.[1] ?? null) : null;
  const own: Unit | undefined = suffix === null ? undefined : [...unitsIn(suffix)][0];
  const reading = readAmount(value, () => grid.format(row, column), own ?? stated[0] ?? "kr");
  return reading === null || isBadAmount(reading) ? null : toKr(reading);
}

/** A share of 1: `0,97`, `97 %`. */
function shareOf({ grid, row, column, value }: Cell): Decimal | null {
  if (typeof value === "number") {
    if (isPercentFormat(grid.format(row, column)) || Math.abs(value) <= 1.5) return new Decimal(value);
    return new Decimal(value).div(100);
  }
  if (typeof value !== "string") return null;
  const text = plainSpaces(value);
  const percent = /%|procent/iu.test(text);
  const reading = readAmountText(text.replace(/ ?(?:%|procent)/iu, ""), "kr");
  if (reading === null || isBadAmount(reading)) return null;
  const number = toKr(reading);
  return percent || number.abs().gt("1.5") ? number.div(100) : number;
}

/** A count, not negative. */
function countOf({ grid, row, column, value }: Cell): Fact | null {
  const bare =
    typeof value === "string" ? plainSpaces(value).replace(/ ?(?:st|personer|deltagare|persons)\.?$/iu, "") : value;
  const reading = readAmount(bare, () => grid.format(row, column), "kr");
  if (reading === null || isBadAmount(reading) || toKr(reading).isNegative()) return null;
  const kr = toKr(reading).div(KR_PER_UNIT.kr);
  return { value: kr, origin: { workbook: null, sheet: grid.sheet, cells: cellName(row, column) } };
}

function shown(value: CellValue): string {
  return isCellError(value) ? value.error : String(value ?? "");
}
