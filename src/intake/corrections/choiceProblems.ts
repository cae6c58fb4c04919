// src/intake/corrections/choiceProblems.ts: what is to be said of choices that are remembered but cannot be used.
import { problem, type Problem } from "../../domain/problem";
import type { FoundPlace, TableCorrection } from "../../domain/tableCorrection";
import { folded } from "../../domain/lookupKey";
import { cellName } from "../../domain/a1";
import type { ReadChoices } from "./choicesText";
import { chosenColumns, type Placing } from "./placing";

/** `used`: the corrections of the tables that were found. Nothing that the user chose falls away in silence. */
export function choiceProblems(
  wrong: ReadChoices["wrong"],
  { placed, lost }: Placing,
  used: ReadonlySet<TableCorrection>,
): readonly Problem[] {
  const idle = placed.filter(({ correction }) => !used.has(correction)).map(({ correction }) => correction);
  return [
    ...(wrong === null ? [] : [problem(wrong === "newer" ? "choices-newer" : "choices-unreadable", null, {})]),
    ...[...lost, ...idle].map((correction) => problem("table-choice-not-used", null, { what: nameOf(correction) })),
    ...placed.flatMap((place) =>
      chosenColumns(place).gone.map((what) => {
        const at = { sheet: place.grid.sheet, cell: cellName(place.row, place.left) };
        return problem("column-choice-not-used", at, { what: what === "" ? "–" : what });
      }),
    ),
  ];
}

/** Of each table whose columns or rows are what the user says: so that whoever reads the result sees what was not inferred. */
export function chosenNotes(places: readonly FoundPlace[]): readonly Problem[] {
  return places.flatMap(({ sheet, range, correction }) => {
    if (correction === null || correction.use === "ignore") return [];
    const { columns, rows, replaces, headings, period } = correction;
    const labels = [
      ...columns.map(({ heading }) => heading),
      ...rows.map(({ label }) => label),
      ...(period == null ? [] : [period]),
    ];
    const named = labels.length === 0 && replaces !== null ? headings : labels;
    if (named.length === 0) return [];
    return [problem("read-as-chosen", { sheet, cell: range }, { what: listed(named) })];
  });
}

/** Choices about rows of a table that it does not have any more; budget tables tell of their own. */
export function goneNames(places: readonly FoundPlace[]): readonly Problem[] {
  return places.flatMap(({ kind, sheet, range, rows, correction }) => {
    if (kind === "budget" || correction === null || correction.use === "ignore") return [];
    const present = new Set(rows.map(({ label }) => folded(label)));
    return correction.rows
      .filter(({ label }) => !present.has(folded(label)))
      .map(({ label }) => problem("row-choice-not-used", { sheet, cell: range }, { what: label }));
  });
}

/** `Ekonomi: Post, Förbrukat, Plan` */
function nameOf({ sheet, headings }: TableCorrection): string {
  return `${sheet}: ${listed(headings)}`;
}

/** The first labels, each once; a dash where there is none. */
function listed(labels: readonly string[]): string {
  const named = [...new Set(labels.filter((label) => label !== ""))];
  if (named.length === 0) return "–";
  return `${named.slice(0, 5).join(", ")}${named.length > 5 ? ", …" : ""}`;
}
