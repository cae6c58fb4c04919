// tests/text/renamed.ts: the texts of a language with every single word in them renamed, as a later version may do.
import { Decimal } from "../../src/domain/money";
import type { Texts } from "../../src/text/texts";

/** Each text, also those that are made from figures, says something else; numbers, lists and what is no text stay. */
export function renamed(texts: Texts): Texts {
  return { ...(renamedPart(texts) as Texts), language: texts.language };
}

function renamedPart(part: unknown): unknown {
  if (typeof part === "string") return part === "" ? part : `Nytt ${part}`;
  if (typeof part === "function") {
    const made = part as (...given: unknown[]) => unknown;
    return (...given: unknown[]) => renamedPart(made(...given));
  }
  if (Array.isArray(part)) return part.map(renamedPart);
  if (typeof part !== "object" || part === null || part instanceof Decimal) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, renamedPart(each)]));
}
