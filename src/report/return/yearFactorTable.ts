// src/report/return/yearFactorTable.ts: on Antaganden: the year factors k = 0–60 as formulas over the chosen values (method.md §3).
// Powers by repeated multiplication, as the engine has them: 0 to the power of 0 is 1.
import { assumptionFor } from "../../domain/return/assumptions";
import { type Decimal, ZERO } from "../../domain/money";
import { YEARS, yearFactorsOf } from "../../domain/return/yearFactors";
import { type AssumptionsDraft, arrayConstant, keyOf } from "./assumptionsDraft";
import { formNumber } from "../../domain/return/ownAssumptions";
import { at, exactText, formulaCell, numberCell, textCell } from "../cells";
import { FACTOR, INTEGER, NAME, type ReturnFrame } from "./returnFrame";

/** A column of the table: its heading, its values at the run, and the formula of a row (null: a given figure). */
interface FactorColumn {
  readonly heading: string;
  readonly values: readonly Decimal[];
  readonly formula: (row: number, previous: string | null) => string | null;
  readonly series: boolean;
}

/** Number of columns that the table takes. */
export function factorColumns({ uprated, persisting }: ReturnFrame): number {
  return 1 + (1 + uprated.length) + 1 + (1 + persisting.length) + 4;
}

export function putYearFactors(tab: AssumptionsDraft, hidden: number): void {
  const { frame, draft, names, differences } = tab;
  const text = frame.words.assumptions;
  draft.put(draft.next + 1, 0, textCell(text.factorsHeading, "group", { span: hidden, align: "left" }));
  draft.putText(draft.next, 0, text.factorsNote);
  const top = draft.next;
  const columns = columnsOf(tab);
  const right = { align: "right", wrap: true } as const;
  draft.putRow(top, 0, [
    textCell(text.year, "heading", { align: "left" }),
    ...columns.map(({ heading }) => textCell(heading, "heading", right)),
  ]);
  const ones = Math.min(YEARS, frame.parties.length);
  for (let k = 0; k < YEARS; k += 1) {
    const row = top + 1 + k;
    draft.put(row, 0, numberCell(k, INTEGER, "plain", { align: "left" }));
    columns.forEach(({ values, formula }, index) => {
      const text_ = formula(row, k === 0 ? null : at(row - 1, 1 + index));
      const value = values[k] ?? ZERO;
      draft.put(
        row,
        1 + index,
        text_ === null ? numberCell(value, FACTOR, "input") : formulaCell(text_, value, FACTOR),
      );
    });
    draft.putRow(row, hidden, [
      formulaCell(`12*${at(row, 0)}`, 12 * k, INTEGER),
      formulaCell(`12*${at(row, 0)}+12`, 12 * k + 12, INTEGER),
      ...(k < ones ? [numberCell(1, INTEGER)] : []),
    ]);
  }
  const area = (left: number, right_ = left, count = YEARS): string =>
    `${at(top + 1, left)}:${at(top + count, right_)}`;
  const { uprated, persisting } = frame;
  const q = 3 + uprated.length;
  names.push(
    { name: NAME.k, cell: area(0) },
    { name: NAME.u, cell: area(1, 1 + uprated.length) },
    { name: NAME.q, cell: area(q, q + persisting.length) },
    { name: NAME.common, cell: area(columns.length - 1) },
    { name: NAME.commonNext, cell: area(columns.length) },
    { name: NAME.monthFrom, cell: area(hidden) },
    { name: NAME.monthTo, cell: area(hidden + 1) },
    { name: NAME.ones, cell: area(hidden + 2, hidden + 2, ones) },
  );
  columns.forEach(({ series, values }, index) => {
    if (series)
      differences.push(`SUMPRODUCT(ABS(${area(1 + index)}-${arrayConstant(values.map((value) => [value]))}))`);
  });
}

function columnsOf(tab: AssumptionsDraft): readonly FactorColumn[] {
  const { frame } = tab;
  const text = frame.words.assumptions;
  const { factors } = frame.flows;
  const upratings = levelColumns(tab, "uprating", frame.uprated, 1);
  const persistences = levelColumns(tab, "persistence", frame.persisting, upratings.length + 2);
  const [c, d, e] = [
    upratings.length + 1,
    upratings.length + persistences.length + 2,
    upratings.length + persistences.length + 3,
  ];
  const plain = { series: false };
  return [
    ...upratings,
    {
      ...plain,
      heading: text.counterfactual,
      values: factors.counterfactual,
      formula: (_, previous) => (previous === null ? `1-${NAME.deadweight}` : `${previous}*(1-${NAME.outflow})`),
    },
    ...persistences,
    {
      ...plain,
      heading: text.discount,
      values: factors.discount,
      formula: (_, previous) => (previous === null ? "1" : `${previous}/(1+${NAME.rate})`),
    },
    {
      ...plain,
      heading: text.attribution,
      values: factors.discount.map(() => factors.attribution),
      formula: () => `(1-${NAME.others})*(1-${NAME.correction})`,
    },
    {
      ...plain,
      heading: text.common,
      values: factors.common,
      formula: (row) => `${at(row, c)}*${at(row, d)}*${at(row, e)}`,
    },
    {
      ...plain,
      heading: text.commonNext,
      values: factors.commonNext,
      formula: (row) => `(1-${NAME.deadweight})*${at(row, d)}*${at(row, e)}`,
    },
  ];
}

/** The column for all supports, then one for each that occurs; a support without a curve of its own follows a common curve. */
function levelColumns(
  { frame, chosen }: AssumptionsDraft,
  kind: "uprating" | "persistence",
  used: readonly number[],
  left: number,
): FactorColumn[] {
  const text = frame.words.assumptions;
  const { scenario } = frame.input.result;
  const title = kind === "uprating" ? text.uprating : text.persistence;
  const growth = (cell: string): string => (kind === "uprating" ? `(1+${cell})` : cell);
  const common = assumptionFor(scenario, kind);
  return [null, ...used].map((source, index) => {
    const assumption = assumptionFor(scenario, kind, source === null ? null : frame.sourceName(source));
    const values = valuesOf(frame, kind, source);
    const cell = chosen.get(keyOf(kind, source));
    const series = cell === undefined && (source === null || assumption !== common);
    const name = source === null ? (used.length === 0 ? "" : text.otherSources) : frame.sourceName(source);
    return {
      heading: name === "" ? title("").replace(/:\s*$/u, "") : title(name),
      values,
      series,
      formula: (row, previous) => {
        if (cell !== undefined) return previous === null ? firstYear(kind, cell) : `${previous}*${growth(cell)}`;
        return series || index === 0 ? null : at(row, left);
      },
    };
  });
}

/** 1; in the running form the root of persistence, as the middle of the first year has it. */
function firstYear(kind: "uprating" | "persistence", cell: string): string {
  const yearly = exactText(formNumber("yearly"));
  return kind === "uprating" ? "1" : `IF(${NAME.persistenceForm}=${yearly},1,SQRT(${cell}))`;
}

function valuesOf(
  { flows, input }: ReturnFrame,
  kind: "uprating" | "persistence",
  source: number | null,
): readonly Decimal[] {
  if (source !== null) return flows.factors[kind][source] ?? [];
  // No support has this name, so the row for all holds.
  return yearFactorsOf(input.result.scenario, [{ name: "" }])[kind][0] ?? [];
}
