// tests/host/formula/functions.ts: the worksheet functions that Samkalkyl's tabs use, as Excel documents them, and a few more that people
// write beside them. Each takes its arguments as tables of values.
import { criterionOf } from "./criteria";
import { dateFunctions } from "./dates";
import {
  type CellError,
  type Matrix,
  type Single,
  broadcast,
  compared,
  divisionError,
  firstOf,
  isError,
  notFound,
  numberIn,
  referenceError,
  rounded,
  single,
  textIn,
  truthOf,
  valueError,
  widthOf,
} from "./values";

/** An omitted argument is an empty table. */
export type WorksheetFunction = (...args: Matrix[]) => Matrix;

/** A function of single values, carried out for every place of a table. */
export function each(compute: (...values: Single[]) => Single): WorksheetFunction {
  return (...args) => {
    const [only = [], more] = args;
    // Whole tables of one argument are the bulk of the work.
    if (more === undefined) return only.map((row) => row.map((value) => (isError(value) ? value : compute(value))));
    return broadcast(args, (values) => values.find(isError) ?? compute(...values));
  };
}

export function ofNumbers(compute: (...values: number[]) => number | CellError): WorksheetFunction {
  return each((...values) => {
    const [only, more] = values;
    if (typeof only === "number" && more === undefined) return compute(only);
    const numbers = values.map(numberIn);
    const bad = numbers.find((number) => typeof number !== "number");
    return bad ?? compute(...(numbers as number[]));
  });
}

function ofText(compute: (text: string, ...rest: Single[]) => Single): WorksheetFunction {
  return each((value = null, ...rest) => {
    const text = textIn(value);
    return isError(text) ? text : compute(text, ...rest);
  });
}

function whole(value: Single | undefined, otherwise: number): number {
  const number = value === undefined || value === null ? otherwise : numberIn(value);
  return typeof number === "number" ? Math.trunc(number) : otherwise;
}

/** The numbers of all arguments; in a range text, logical values and empty cells do not count. Throws the first error. */
function numbersOf(args: readonly Matrix[]): number[] {
  return args.flatMap((matrix) =>
    matrix.flat().flatMap((value) => {
      if (isError(value)) throw new Refusal(value);
      return typeof value === "number" ? [value] : [];
    }),
  );
}

/** An error met in the middle of a computation. */
export class Refusal extends Error {
  constructor(readonly value: CellError) {
    super(value.error);
  }
}

function overNumbers(compute: (numbers: number[]) => number | CellError): WorksheetFunction {
  return (...args) => single(compute(numbersOf(args)));
}

function overTruths(compute: (truths: boolean[]) => boolean): WorksheetFunction {
  return (...args) => {
    const truths = args.flatMap((matrix) => matrix.flat().filter((value) => value !== null)).map(truthOf);
    const bad = truths.find(isError);
    return single(bad ?? compute(truths as boolean[]));
  };
}

function sumProduct(...args: Matrix[]): Matrix {
  const product = broadcast(args, (values) => {
    let result = 1;
    for (const value of values) {
      if (isError(value)) return value;
      result *= typeof value === "number" ? value : 0;
    }
    return result;
  });
  return single(numbersOf([product]).reduce((sum, number) => sum + number, 0));
}

function matrixProduct(left: Matrix = [], right: Matrix = []): Matrix {
  if (widthOf(left) !== right.length) return single(valueError);
  return left.map((row) =>
    Array.from({ length: widthOf(right) }, (_, column) =>
      row.reduce<number>((sum, value, at) => {
        const other = right[at]?.[column];
        if (typeof value !== "number" || typeof other !== "number") throw new Refusal(valueError);
        return sum + value * other;
      }, 0),
    ),
  );
}

/** Row or column 0: all of them. With one number, the place in a single row or column. */
function index(matrix: Matrix = [], rowAt: Matrix = [], columnAt: Matrix = []): Matrix {
  const given = [rowAt, columnAt].map((at) => whole(at[0]?.[0], 0));
  const flat = matrix.length === 1 && columnAt.length === 0;
  const [row = 0, column = 0] = flat ? [0, given[0]] : given;
  const rows = row === 0 ? matrix : matrix.slice(row - 1, row);
  if (row > matrix.length || column > widthOf(matrix) || row < 0 || column < 0) return single(referenceError);
  return column === 0 ? rows : rows.map((values) => values.slice(column - 1, column));
}

function match(wanted: Matrix = [], where: Matrix = [], how: Matrix = []): Matrix {
  const values = where.flat();
  const kind = whole(how[0]?.[0], 1);
  return wanted.map((row) =>
    row.map((value) => {
      if (isError(value)) return value;
      const order = values.map((candidate) => (candidate === null ? 1 : compared(candidate, value)));
      const at =
        kind === 0
          ? order.indexOf(0)
          : order.findLastIndex((each) => typeof each === "number" && (kind > 0 ? each <= 0 : each >= 0));
      return at < 0 ? notFound : at + 1;
    }),
  );
}

/** Pairs of a range and a criterion, in order. */
function sumIfs(sums: Matrix, pairs: readonly Matrix[], combine: (chosen: Single[]) => Single): Matrix {
  const criteria = pairs.filter((_, at) => at % 2 === 1);
  const ranges = pairs.filter((_, at) => at % 2 === 0).map((range) => range.flat());
  const values = sums.flat();
  return broadcast(criteria, (wanted) => {
    const tests = wanted.map(criterionOf);
    return combine(values.filter((_, at) => tests.every((test, i) => test(ranges[i]?.[at] ?? null))));
  });
}

function sumOf(values: readonly Single[]): Single {
  let sum = 0;
  for (const value of values) {
    if (isError(value)) return value;
    if (typeof value === "number") sum += value;
  }
  return sum;
}

function countWhere(test: (value: Single) => boolean): WorksheetFunction {
  return (...args) => single(args.flatMap((matrix) => matrix.flat()).filter(test).length);
}

export const functions: Readonly<Record<string, WorksheetFunction>> = {
  ...dateFunctions,
  ABS: ofNumbers(Math.abs),
  AND: overTruths((truths) => truths.every(Boolean)),
  AVERAGE: overNumbers((numbers) =>
    numbers.length === 0 ? divisionError : numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
  ),
  CONCATENATE: each((...values) => {
    const texts = values.map(textIn);
    return texts.find(isError) ?? (texts as string[]).join("");
  }),
  COUNT: countWhere((value) => typeof value === "number"),
  COUNTA: countWhere((value) => value !== null),
  COUNTBLANK: countWhere((value) => value === null || value === ""),
  COUNTIF: (range = [], criterion = []) => sumIfs(range, [range, criterion], (chosen) => chosen.length),
  COUNTIFS: (...pairs) => sumIfs(pairs[0] ?? [], pairs, (chosen) => chosen.length),
  EXP: ofNumbers(Math.exp),
  HYPERLINK: (address = [], shown = address) => shown,
  INDEX: index,
  INT: ofNumbers(Math.floor),
  ISBLANK: (matrix = []) => matrix.map((row) => row.map((value) => value === null)),
  ISERROR: (matrix = []) => matrix.map((row) => row.map(isError)),
  ISNUMBER: (matrix = []) => matrix.map((row) => row.map((value) => typeof value === "number")),
  ISTEXT: (matrix = []) => matrix.map((row) => row.map((value) => typeof value === "string")),
  LARGE: (range = [], at = []) =>
    single(numbersOf([range]).sort((a, b) => b - a)[whole(firstOf(at), 1) - 1] ?? notFound),
  LEFT: ofText((text, count) => text.slice(0, whole(count, 1))),
  LEN: ofText((text) => text.length),
  LN: ofNumbers((number) => (number > 0 ? Math.log(number) : valueError)),
  LOWER: ofText((text) => text.toLowerCase()),
  MATCH: match,
  MAX: overNumbers((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  MID: ofText((text, from, count) => text.slice(whole(from, 1) - 1, whole(from, 1) - 1 + whole(count, 0))),
  MIN: overNumbers((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  MMULT: matrixProduct,
  MOD: ofNumbers((number, by = 0) => (by === 0 ? divisionError : number - by * Math.floor(number / by))),
  N: each((value = null) => (typeof value === "string" ? 0 : numberIn(value))),
  NOT: each((value = null) => {
    const truth = truthOf(value);
    return isError(truth) ? truth : !truth;
  }),
  OR: overTruths((truths) => truths.some(Boolean)),
  POWER: ofNumbers((number, exponent = 1) => number ** exponent),
  REPT: ofText((text, count) => text.repeat(Math.max(0, whole(count, 0)))),
  RIGHT: ofText((text, count) => (whole(count, 1) === 0 ? "" : text.slice(-whole(count, 1)))),
  ROUND: ofNumbers((number, decimals = 0) => rounded(number, decimals)),
  ROUNDDOWN: ofNumbers((number, decimals = 0) => rounded(number, decimals, "down")),
  ROUNDUP: ofNumbers((number, decimals = 0) => rounded(number, decimals, "up")),
  SIGN: ofNumbers(Math.sign),
  SMALL: (range = [], at = []) =>
    single(numbersOf([range]).sort((a, b) => a - b)[whole(firstOf(at), 1) - 1] ?? notFound),
  SQRT: ofNumbers((number) => (number < 0 ? { error: "#NUM!" } : Math.sqrt(number))),
  SUBSTITUTE: ofText((text, from = "", to = "") => {
    const [old, by] = [textIn(from), textIn(to)];
    if (isError(old)) return old;
    return isError(by) ? by : text.replaceAll(old, by);
  }),
  SUM: overNumbers((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  SUMIF: (range = [], criterion = [], sums = range) => sumIfs(sums, [range, criterion], sumOf),
  SUMIFS: (sums = [], ...pairs) => sumIfs(sums, pairs, sumOf),
  SUMPRODUCT: sumProduct,
  TRANSPOSE: (matrix = []) =>
    Array.from({ length: widthOf(matrix) }, (_, column) => matrix.map((row) => row[column] ?? null)),
  TRIM: ofText((text) => text.trim().replace(/ +/g, " ")),
  UPPER: ofText((text) => text.toUpperCase()),
  VALUE: ofNumbers((number) => number),
};
