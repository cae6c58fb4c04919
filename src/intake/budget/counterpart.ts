// src/intake/budget/counterpart.ts: what a missing column should be headed, from the one that is there.

const OUTCOME =
  /(?<!\p{L})(?:utfall(?:et)?|utf\.?|outcome|actuals?|bokfört?|bokförda|redovisat|förbrukat|förbrukade)(?!\p{L})/iu;
const BUDGET = /(?<!\p{L})(?:budget(?:en|erat)?|beviljat|beviljade)(?!\p{L})/iu;

const ACCUMULATED = /^ack(?:umulera[dt]e?)?\.?(?!\p{L})/iu;

/** `Budget 2024` beside `Utfall 2024`, the other way round where `missing` is the outcome; the bare word where no heading tells of a period.
 * `Budget ack.` where a budget is there that is not said to be the accumulated months'. */
export function counterpartOf(headings: readonly string[], missing: "outcome" | "budget"): string {
  const [there, word] = missing === "budget" ? ([OUTCOME, "Budget"] as const) : ([BUDGET, "Utfall"] as const);
  const heading = headings.find((text) => there.test(text) && /\d/u.test(text));
  const isOther = missing === "budget" && headings.some((text) => BUDGET.test(text));
  if (heading === undefined && isOther && headings.some((text) => ACCUMULATED.test(text))) return "Budget ack.";
  return heading === undefined ? word : heading.replace(there, word).replace(/\s+/gu, " ").trim();
}
