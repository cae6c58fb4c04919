// tests/host/formula/operators.ts: signs, arithmetic, comparison and joining of text, for single values.
import { type Single, compared, divisionError, isError, numberIn, textIn, valueError } from "./values";

export function signed(operator: string, value: Single): Single {
  const number = numberIn(value);
  if (isError(number)) return number;
  if (operator === "%") return number / 100;
  return operator === "-" ? 0 - number : operator === "+" ? value : number;
}

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

export function combined(operator: string, left: Single, right: Single): Single {
  const order = orders[operator];
  if (order !== undefined) {
    const result = compared(left, right);
    return typeof result === "number" ? order(result) : result;
  }
  if (operator === "&") {
    const [a, b] = [textIn(left), textIn(right)];
    return isError(a) ? a : isError(b) ? b : a + b;
  }
  if (typeof left === "number" && typeof right === "number") return arithmetic(operator, left, right);
  const [a, b] = [numberIn(left), numberIn(right)];
  if (isError(a)) return a;
  return isError(b) ? b : arithmetic(operator, a, b);
}

function arithmetic(operator: string, a: number, b: number): Single {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? divisionError : a / b;
    case "^":
      return a ** b;
    default:
      return valueError;
  }
}
