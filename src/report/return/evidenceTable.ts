// src/report/return/evidenceTable.ts: on Antaganden: what studies have found of deadweight, outflow and persistence, beside the value that the result can bear.
// A person chooses and says why in Källa; nothing here is a default.
import { Decimal } from "../../domain/money";
import { EVIDENCE } from "../../reference/evidence";
import type { AssumptionsDraft } from "./assumptionsDraft";
import { formulaCell, numberCell, textCell, textFormulaCell } from "../cells";
import { PERCENT, WHOLE_PERCENT } from "./returnFrame";
import type { Cell } from "../sheetModel";

/** Columns of the table above are wide where words stand here. */
const COLUMN = { population: 0, estimate: 1, country: 2, followUp: 3, limit: 4, id: 5, source: 7, read: 9 } as const;

export function putEvidence(tab: AssumptionsDraft, width: number): void {
  const { frame, draft } = tab;
  const { evidence: text, kinds } = frame.words.assumptions;
  draft.put(draft.next + 1, 0, textCell(text.heading, "group", { span: width, align: "left" }));
  draft.putText(draft.next, 0, text.note);
  const top = draft.next;
  const right = { align: "right", wrap: true } as const;
  const left = { indent: 1, wrap: true } as const;
  const heading: readonly (readonly [number, string, typeof right | typeof left | undefined])[] = [
    [COLUMN.population, text.population, undefined],
    [COLUMN.estimate, text.estimate, right],
    [COLUMN.country, text.country, left],
    [COLUMN.followUp, text.followUp, left],
    [COLUMN.limit, text.limit, right],
    [COLUMN.id, text.id, left],
    [COLUMN.source, text.source, left],
    [COLUMN.read, text.read, left],
  ];
  for (let column = 0; column <= COLUMN.read; column += 1) draft.put(top, column, textCell("", "heading"));
  for (const [column, words, options] of heading) draft.put(top, column, textCell(words, "heading", options));
  for (const { id, kind, words: said, estimate, source, read } of EVIDENCE) {
    const { population, country, followUp, finding } = said[frame.input.texts.language];
    const row = draft.next;
    const words = (value: string): Cell => textCell(value, "plain", left);
    const name = kinds[kind].split(":")[0] ?? "";
    draft.put(row, COLUMN.population, textCell(`${name}: ${population}. ${finding}`, "plain", { wrap: true }));
    draft.put(
      row,
      COLUMN.estimate,
      estimate === null ? textCell("–", "plain", right) : numberCell(new Decimal(estimate), WHOLE_PERCENT),
    );
    draft.put(row, COLUMN.country, words(country));
    draft.put(row, COLUMN.followUp, words(followUp));
    draft.put(row, COLUMN.limit, limitCell(tab, kind));
    draft.put(row, COLUMN.id, words(id));
    draft.put(row, COLUMN.source, words(source));
    draft.put(row, COLUMN.read, words(text.certainty[read]));
  }
}

/** The value at which 1 kr comes back, as it stands in the table above. */
function limitCell({ limits }: AssumptionsDraft, kind: (typeof EVIDENCE)[number]["kind"]): Cell {
  const found = limits.get(kind);
  if (found === undefined) return textCell("");
  const { content } = found.cell;
  if (content?.kind !== "formula") return textCell("");
  return content.type === "number"
    ? formulaCell(found.address, Number(content.cached), PERCENT)
    : textFormulaCell(found.address, content.cached, "plain", { align: "right", format: PERCENT });
}
