// src/report/controls/sourceRemarks.ts: how the source was read, the rows that were set aside, and what is to be noted about it.
import { SEVERITIES } from "../../domain/problem";
import { hasIncome } from "../../domain/deviation/lineKind";
import { problemPlace, problemWords } from "../../text/problems";
import { columnRange, linkCell, textCell } from "../cells";
import type { Numbered } from "../deviation/numbered";
import type { SheetDraft } from "../sheetDraft";
import { COLUMN, type ControlInput, putEmptyRow, section } from "./controlRow";

export function putReading(draft: SheetDraft, input: ControlInput, item: Numbered): void {
  const { texts } = input;
  const words = texts.tabs.controlWords;
  const { table } = item.followUp;
  const own = hasIncome(table);
  section(draft, input, words.readingHeading, item);
  const rows = [
    [words.unitReading, table.unit, table.unitReading],
    [
      own ? texts.kinds.written : words.signReading,
      own ? texts.kinds.orientations[table.orientation] : words.sign[table.sign],
      table.signReading,
    ],
  ] as const;
  for (const [label, read, how] of rows) {
    const row = draft.next;
    const sure = how === "stated" || how === "chosen";
    putEmptyRow(draft, row);
    const origin = { workbook: table.workbook, sheet: table.sheet, cells: table.range };
    draft.put(row, COLUMN.control, textCell(label, "plain", { indent: 1 }));
    draft.put(row, COLUMN.computed, textCell(read, "plain", { align: "right", wrap: true }));
    draft.put(row, COLUMN.result, textCell(words.readings[how], "plain", { wrap: true, indent: 1 }));
    draft.put(row, COLUMN.place, linkCell(origin, "plain", { wrap: true }));
    draft.put(row, COLUMN.action, textCell(sure ? "" : words.readingAction, "plain", { wrap: true }));
  }
}

/** Returns the cells of the list, null when nothing was set aside. */
export function putSetAside(draft: SheetDraft, input: ControlInput): string | null {
  if (input.setAside.length === 0) return null;
  const words = input.texts.tabs.controlWords;
  section(draft, input, words.setAsideHeading, null);
  const top = draft.next;
  for (const { workbook = null, sheet, cell, reason } of input.setAside) {
    const row = draft.next;
    putEmptyRow(draft, row);
    const why = reasonWords({ sheet, cell, reason }, input);
    draft.put(row, COLUMN.control, textCell(why, "plain", { wrap: true, indent: 1 }));
    draft.put(row, COLUMN.result, textCell(words.setAsideRow, "plain", { wrap: true, indent: 1 }));
    draft.put(row, COLUMN.place, linkCell({ workbook, sheet, cells: cell }, "plain", { wrap: true }));
  }
  return columnRange(COLUMN.control, top, draft.last);
}

/** What the problem at the place says; where the whole table is left out, its own. */
function reasonWords(
  { sheet, cell, reason }: ControlInput["setAside"][number],
  { problems, texts }: ControlInput,
): string {
  const same = problems.filter((problem) => problem.code === reason && problem.sheet === sheet);
  const found = same.find((problem) => problem.cell === cell) ?? same[0];
  return found === undefined ? reason : problemWords(found, texts).what;
}

export function putProblems(draft: SheetDraft, input: ControlInput): void {
  const { texts, problems } = input;
  const words = texts.tabs.controlWords;
  section(draft, input, words.problemsHeading, null);
  if (problems.length === 0) draft.putText(draft.next, COLUMN.control, words.noProblems);
  for (const severity of SEVERITIES) {
    for (const problem of problems.filter((one) => one.severity === severity)) {
      const row = draft.next;
      const { what, action } = problemWords(problem, texts);
      putEmptyRow(draft, row);
      draft.put(row, COLUMN.control, textCell(what, "plain", { wrap: true, indent: 1 }));
      draft.put(
        row,
        COLUMN.result,
        textCell(texts.severity[severity], severity === "note" ? "plain" : "warn", { wrap: true, indent: 1 }),
      );
      draft.put(
        row,
        COLUMN.place,
        problem.sheet === null
          ? textCell(problemPlace(problem), "plain", { wrap: true })
          : linkCell({ workbook: problem.workbook, sheet: problem.sheet, cells: problem.cell }, "plain", {
              wrap: true,
            }),
      );
      draft.put(row, COLUMN.action, textCell(action, "plain", { wrap: true }));
    }
  }
}
