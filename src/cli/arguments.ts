// src/cli/arguments.ts: the command line as typed options, or what is wrong with it. The contract stands in the README.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Horizon, HORIZONS } from "../domain/return/agencyReturn";
import type { CostSign } from "../domain/deviation/budget";
import type { Unit } from "../domain/money";
import { defaultLanguage, type Language, languageOf, languages } from "../text/language";
import { FILE_ENDINGS } from "../workbook/file/fileKinds";

export const scenarios = ["som-rapporten", "bas", "forsiktig"] as const;
const units: readonly Unit[] = ["kr", "tkr", "Mkr"];
const signs: readonly CostSign[] = ["negative", "positive"];

/** One `--answer ID=VALUE`. */
export interface AnswerArgument {
  readonly id: string;
  readonly value: string;
}

/** `samkalkyl analyse …` as typed. Null: not given. */
export interface AnalyseArguments {
  readonly inputs: readonly string[];
  readonly out: string | null;
  /** Where the board's pages are written as a workbook of their own; null: nowhere. */
  readonly board: string | null;
  readonly json: boolean;
  readonly unit: Unit | null;
  readonly sign: CostSign | null;
  readonly scenario: (typeof scenarios)[number];
  /** A decimal string above 0; null: as the workbook says, else 4. */
  readonly target: string | null;
  readonly seed: number;
  readonly draws: number;
  /** How far avoided support with what follows is counted, in years, beside the figure to the pension. */
  readonly horizon: Horizon;
  /** With the published reports' own way of counting avoided support beside. */
  readonly reportWay: boolean;
  /** The version to save a snapshot under; null: none is saved. */
  readonly snapshot: string | null;
  /** False: people's own values on Antaganden are taken back. */
  readonly ownAssumptions: boolean;
  /** Answers to questions: `ID=VALUE`, in the order given. */
  readonly answers: readonly AnswerArgument[];
  /** The dimension of SIE files whose objects are the initiatives, by name or number; null: each file is one. */
  readonly dimension: string | null;
  readonly language: Language;
}

/** `samkalkyl rollup FOLDER …` as typed. Null: not given. */
export interface RollUpArguments {
  readonly folder: string;
  readonly out: string;
  /** Files with tidy rows; their ending says as what. */
  readonly tidy: readonly string[];
  /** The file with one line per initiative, without names. */
  readonly pool: string | null;
  /** Where what has been read is kept for the next run; null: beside the overview. */
  readonly state: string | null;
  /** Threads; null: as many as the machine has cores. */
  readonly jobs: number | null;
  readonly json: boolean;
  readonly scenario: (typeof scenarios)[number];
  readonly target: string | null;
  readonly horizon: Horizon;
  readonly dimension: string | null;
  readonly language: Language;
}

/** What is wrong with the command line: the option, the value and what it may be. */
export interface UsageError {
  readonly kind:
    | "no-command"
    | "unknown-command"
    | "no-workbook"
    | "bad-value"
    | "bad-option"
    | "bad-board"
    | "out-is-input"
    | "snapshot-without-out"
    | "unknown-question"
    | "unknown-answer"
    | "no-folder"
    | "no-out"
    | "tidy-ending";
  readonly option: string;
  readonly value: string;
  readonly allowed: string;
}

export type ParsedArguments =
  | { readonly kind: "analyse"; readonly arguments: AnalyseArguments }
  | { readonly kind: "rollup"; readonly arguments: RollUpArguments }
  | { readonly kind: "templates"; readonly out: string | null; readonly language: Language }
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "usage"; readonly error: UsageError; readonly language: Language };

const options = {
  out: { type: "string" },
  board: { type: "string" },
  json: { type: "boolean" },
  scenario: { type: "string" },
  target: { type: "string" },
  unit: { type: "string" },
  sign: { type: "string" },
  seed: { type: "string" },
  draws: { type: "string" },
  horizon: { type: "string" },
  "report-way": { type: "boolean" },
  "own-assumptions": { type: "string" },
  answer: { type: "string", multiple: true },
  dimension: { type: "string" },
  snapshot: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Reads `process.argv` without the first two words. Never throws. */
export function parseCommandLine(words: readonly string[]): ParsedArguments {
  const language = languageIn(words);
  try {
    if (words[0] === "rollup") return rollUpIn(words.slice(1), language);
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (values.help === true) return { kind: "help", language };
    const [command, ...inputs] = positionals;
    if (command === undefined) throw new Usage("no-command", "", "", "analyse");
    if (command === "templates") return { kind: "templates", out: templatesFile(values.out, inputs), language };
    if (command !== "analyse") throw new Usage("unknown-command", command, command, "analyse, rollup");
    if (inputs.length === 0) throw new Usage("no-workbook", "WORKBOOK", "", FILE_ENDINGS.join(", "));
    if (values.snapshot !== undefined && values.out === undefined)
      throw new Usage("snapshot-without-out", "--snapshot", values.snapshot, "--out");
    return {
      kind: "analyse",
      arguments: {
        inputs,
        out: values.out ?? null,
        board: values.board === undefined ? null : boardFile(values.board, [...inputs, values.out ?? ""]),
        json: values.json ?? false,
        unit: chosen("unit", values.unit, units),
        sign: chosen("sign", values.sign, signs),
        scenario: chosen("scenario", values.scenario, scenarios) ?? "som-rapporten",
        target: values.target === undefined ? null : positiveDecimal("target", values.target),
        seed: wholeNumber("seed", values.seed ?? "1", 0, 0xffffffff),
        draws: wholeNumber("draws", values.draws ?? "10000", 1, 10_000_000),
        horizon: chosen("horizon", values.horizon, HORIZONS) ?? "5",
        reportWay: values["report-way"] ?? false,
        snapshot: values.snapshot === undefined ? null : someText("snapshot", values.snapshot),
        ownAssumptions: chosen("own-assumptions", values["own-assumptions"], ["keep", "reset"]) !== "reset",
        answers: (values.answer ?? []).map(answerIn),
        dimension: values.dimension ?? null,
        language: chosen("lang", values.lang, languages) ?? defaultLanguage,
      },
    };
  } catch (failure) {
    if (failure instanceof Usage) return { kind: "usage", error: failure, language };
    const detail = parsingFailure(failure);
    if (detail === null) throw failure;
    return { kind: "usage", error: { kind: "bad-option", option: detail, value: "", allowed: "" }, language };
  }
}

const rollUpOptions = {
  out: { type: "string" },
  tidy: { type: "string", multiple: true },
  pool: { type: "string" },
  state: { type: "string" },
  jobs: { type: "string" },
  json: { type: "boolean" },
  scenario: { type: "string" },
  target: { type: "string" },
  horizon: { type: "string" },
  dimension: { type: "string" },
  lang: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** More threads than this do not help anybody. */
const MOST_JOBS = 64;

function rollUpIn(words: readonly string[], language: Language): ParsedArguments {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: rollUpOptions,
    allowPositionals: true,
    strict: true,
  });
  if (values.help === true) return { kind: "help", language };
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Usage("no-folder", "FOLDER", more.join(" "), "");
  if (values.out === undefined) throw new Usage("no-out", "--out", "", "");
  const tidy = values.tidy ?? [];
  for (const path of tidy) if (!/\.(?:parquet|csv)$/iu.test(path)) throw new Usage("tidy-ending", "--tidy", path, "");
  return {
    kind: "rollup",
    arguments: {
      folder,
      out: values.out,
      tidy,
      pool: values.pool ?? null,
      state: values.state ?? null,
      jobs: values.jobs === undefined ? null : wholeNumber("jobs", values.jobs, 1, MOST_JOBS),
      json: values.json ?? false,
      scenario: chosen("scenario", values.scenario, scenarios) ?? "som-rapporten",
      target: values.target === undefined ? null : positiveDecimal("target", values.target),
      horizon: chosen("horizon", values.horizon, HORIZONS) ?? "5",
      dimension: values.dimension ?? null,
      language: chosen("lang", values.lang, languages) ?? defaultLanguage,
    },
  };
}

class Usage extends Error implements UsageError {
  constructor(
    readonly kind: UsageError["kind"],
    readonly option: string,
    readonly value: string,
    readonly allowed: string,
  ) {
    super(`${kind} ${option}`);
  }
}

/** What parseArgs has against the words, which it says by throwing; null: something else was thrown. */
function parsingFailure(failure: unknown): string | null {
  const code: unknown = typeof failure === "object" && failure !== null && "code" in failure ? failure.code : null;
  if (typeof code !== "string" || !code.startsWith("ERR_PARSE_ARGS")) return null;
  return (failure as Error).message;
}

/** The language of error messages is wanted even when the rest cannot be parsed. */
function languageIn(words: readonly string[]): Language {
  const at = words.indexOf("--lang");
  const joined = words.find((word) => word.startsWith("--lang="));
  return languageOf(joined?.slice("--lang=".length) ?? (at < 0 ? undefined : words[at + 1]));
}

function chosen<Value extends string>(
  option: string,
  given: string | undefined,
  allowed: readonly Value[],
): Value | null {
  if (given === undefined) return null;
  const found = allowed.find((value) => value === given);
  if (found === undefined) throw new Usage("bad-value", `--${option}`, given, allowed.join(", "));
  return found;
}

function positiveDecimal(option: string, given: string): string {
  if (!/^\d+([.,]\d+)?$/.test(given) || /^[0.,]*$/.test(given))
    throw new Usage("bad-value", `--${option}`, given, "> 0");
  return given.replace(",", ".");
}

/** `ID=VALUE`; whether the run asks it is known first when it has run. */
function answerIn(given: string): AnswerArgument {
  const [, id = "", value = ""] = /^([^=]+)=(.+)$/.exec(given.trim()) ?? [];
  if (id === "") throw new Usage("bad-value", "--answer", given, "ID=VALUE");
  return { id: id.trim(), value: value.trim() };
}

function someText(option: string, given: string): string {
  const text = given.trim();
  if (text === "" || text.length > 40) throw new Usage("bad-value", `--${option}`, given, "1–40");
  return text;
}

/** Where the empty tables are written; null: under their usual name in the folder where the command is given. */
function templatesFile(out: string | undefined, inputs: readonly string[]): string | null {
  if (inputs.length > 0) throw new Usage("bad-value", "templates", inputs.join(" "), "--out FILE.xlsx");
  if (out !== undefined && !out.toLowerCase().endsWith(".xlsx")) throw new Usage("bad-value", "--out", out, ".xlsx");
  return out ?? null;
}

/** A workbook of its own: never one of the run's other files, which hold what the board may not see. */
function boardFile(given: string, others: readonly string[]): string {
  const isOther = others.some((path) => path !== "" && resolve(path) === resolve(given));
  if (isOther || !given.toLowerCase().endsWith(".xlsx")) throw new Usage("bad-board", "--board", given, ".xlsx");
  return given;
}

function wholeNumber(option: string, given: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(given) ? parseInt(given, 10) : -1;
  if (value < least || value > most) throw new Usage("bad-value", `--${option}`, given, `${least}–${most}`);
  return value;
}
