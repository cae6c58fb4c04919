// tests/host/formula/criteria.ts: the criteria of SUMIF and its like: a value, or text such as "<=5", "<>" and "Lö*".
import { type Single, isError, numberIn } from "./values";

export function criterionOf(wanted: Single): (value: Single) => boolean {
  if (typeof wanted !== "string") {
    const number = wanted ?? 0;
    return (value) => value === number || (isError(number) && isError(value) && value.error === number.error);
  }
  const [, operator = "", operand = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  const equal = equalTo(operand, operator);
  if (operator === "" || operator === "=") return equal;
  if (operator === "<>") return (value) => !equal(value);
  const limit = numberIn(operand);
  return (value) => {
    const order =
      typeof limit === "number"
        ? typeof value === "number"
          ? value - limit
          : NaN
        : typeof value === "string"
          ? value.toLowerCase().localeCompare(operand.toLowerCase())
          : NaN;
    if (operator === "<") return order < 0;
    if (operator === ">") return order > 0;
    return operator === "<=" ? order <= 0 : order >= 0;
  };
}

function equalTo(operand: string, operator: string): (value: Single) => boolean {
  // "" finds what looks empty, "=" what is empty.
  if (operand === "") return (value) => value === null || (operator === "" && value === "");
  const number = numberIn(operand);
  const pattern = new RegExp(
    `^${operand.replace(/~([*?~])|[.+^${}()|[\]\\]|\*|\?/g, (found, kept?: string) => {
      if (kept !== undefined) return `\\${kept}`;
      return found === "*" ? "[\\s\\S]*" : found === "?" ? "[\\s\\S]" : `\\${found}`;
    })}$`,
    "i",
  );
  return (value) =>
    typeof value === "number"
      ? value === number
      : typeof value === "boolean"
        ? String(value) === operand.toLowerCase()
        : typeof value === "string" && pattern.test(value);
}
