// src/intake/joined/ledgerPart.ts: which part of a ledger a plan is for: the object that is called as the plan, else what is answered.
import type { BudgetTable } from "../../domain/deviation/budget";
import { ExactSums } from "../../domain/exactSums";
import { lookupKey } from "../../domain/lookupKey";
import type { Decimal } from "../../domain/money";
import { answer, type Asking, question } from "../../domain/question";
import { readLedger } from "../sie/readLedger";
import type { SieLedger } from "../sie/sieLedger";

/** Objects that are offered; a user with more names the dimension. */
const MOST_OFFERED = 12;

/**
 * The outcome that a plan is set against. `plan`: what the plan goes by; `dimension`: the user's choice, null: none. Null: it is asked, and
 * not answered, or there is no outcome.
 */
export function ledgerPart(
  ledger: SieLedger,
  plan: string,
  dimension: string | null,
  asking: Asking,
): BudgetTable | null {
  const [whole] = readLedger(ledger, null, asking).outcomes;
  if (whole === undefined) return null;
  const used = new Set(ledger.objectLists.flatMap((pairs) => pairs.map((pair) => pair.dimension)));
  const dimensions = dimension === null ? [...used] : [dimension];
  const parts = dimensions.flatMap((number) =>
    readLedger(ledger, number, asking).outcomes.map((table) => ({ number, table, name: table.initiative ?? "" })),
  );
  if (parts.length === 0) return whole;
  const same = parts.filter(({ name }) => isCalled(name, plan));
  if (same.length === 1) return same[0]!.table;
  const offered = parts
    .map((part) => ({ ...part, sum: outcomeOf(part.table) }))
    .sort((a, b) => b.sum.abs().comparedTo(a.sum.abs()))
    .slice(0, MOST_OFFERED);
  const answers = [
    ...(dimension === null ? [answer("whole", "whole-ledger", {}, outcomeOf(whole))] : []),
    ...offered.map(({ number, name, sum }) => answer(valueOf(number, name), "part-of-ledger", { part: name }, sum)),
  ];
  const asked = question("which-part-of-ledger", { sheet: ledger.name }, { plan }, answers, [ledger.name, plan]);
  const chosen = asking.ask(asked);
  if (chosen === "whole") return whole;
  return offered.find(({ number, name }) => valueOf(number, name) === chosen)?.table ?? null;
}

/** `100 Resan` is called `Resan`, `100` and `100 Resan`. */
function isCalled(object: string, plan: string): boolean {
  const [, number = "", name = ""] = /^(\S+)\s+(.+)$/u.exec(object) ?? [];
  return [object, number, name].some((called) => called !== "" && lookupKey(called) === lookupKey(plan));
}

function valueOf(dimension: string, name: string): string {
  return `${dimension}-${lookupKey(name)}`;
}

/** Costs less income, kr. */
function outcomeOf({ entries }: BudgetTable): Decimal {
  const sum = new ExactSums(1);
  for (const { outcome } of entries) if (outcome !== null) sum.add(0, outcome);
  return sum.total(0);
}
