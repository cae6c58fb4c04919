// src/report/finalReport/finalReportWriting.ts: what the lead wrote on the tab Slutrapport, as it goes into the text of the report.
import { type FinalText, finalTextKey } from "../../domain/roundTrip/finalText";
import { isoDateOfSerial } from "../../domain/period";
import type { Texts } from "../../text/texts";
import type { Block } from "./documentModel";
import { type FinalReportItem, writtenIn } from "./finalReportFrame";
import { goalKey } from "./finalReportGoals";

/** The explanations by line, the total's last: `Personalkostnader: två tjänster vakanta`. */
export function explanationBlocks(item: FinalReportItem, texts: Texts): Block[] {
  const { lines } = item.report;
  const rows = [...lines.map(({ name }) => ({ name, row: name })), { name: texts.final.report.total, row: "" }];
  return rows.flatMap(({ name, row }): Block[] => {
    const text = writtenIn(item, "explanation", row);
    return text === null ? [] : [plain(row === "" ? String(text) : `${name}: ${text}`)];
  });
}

/** What the lead remarks on single goals. */
export function remarkBlocks(item: FinalReportItem): Block[] {
  return item.report.goals.flatMap(({ goal }): Block[] => {
    const text = writtenIn(item, "remark", goalKey(goal));
    return text === null ? [] : [plain(`${goal.name}: ${text}`)];
  });
}

/** The comment on the economy. */
export function freeTextBlocks(item: FinalReportItem): Block[] {
  const text = writtenIn(item, "freeText");
  return text === null ? [] : String(text).split(/\n+/u).map(plain);
}

/** What belonged to lines and goals that are gone: listed, never dropped. */
export function leftOverBlocks(item: FinalReportItem, texts: Texts): Block[] {
  const gone = (item.kept ?? []).filter((text) => text.initiative === item.name && !hasPlace(item, text));
  const lines = [
    ...gone.map(({ row, content }) => (row === "" ? String(content) : `${row}: ${content}`)),
    ...(item.orphanedEdit ?? []).map(({ what, content }) => (what === "" ? String(content) : `${what}: ${content}`)),
  ];
  if (lines.length === 0) return [];
  return [{ kind: "heading", level: 2, text: texts.kept.heading }, ...[...new Set(lines)].map(plain)];
}

function hasPlace({ report }: FinalReportItem, text: FinalText): boolean {
  const { initiative } = text;
  const keys = [
    ...["", ...report.lines.map(({ name }) => name)].map((row) => ({ field: "explanation" as const, row })),
    ...report.goals.flatMap(({ goal }) =>
      (["verdict", "remark"] as const).map((field) => ({ field, row: goalKey(goal) })),
    ),
    ...(["freeText", "statedBy", "date"] as const).map((field) => ({ field, row: "" })),
  ];
  return keys.some((key) => finalTextKey({ initiative, ...key }) === finalTextKey(text));
}

/** Who states the figures and when, as the lead wrote it; null: nothing written. */
export function statement(item: FinalReportItem): { readonly by: string | null; readonly date: string | null } {
  const by = writtenIn(item, "statedBy");
  const date = writtenIn(item, "date");
  return {
    by: by === null ? null : String(by),
    date: date === null ? null : typeof date === "number" ? isoDateOfSerial(date, false) : date,
  };
}

function plain(text: string): Block {
  return { kind: "paragraph", text, look: "plain" };
}
