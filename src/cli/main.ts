// src/cli/main.ts: the command line: files in, terminal or JSON out, a workbook written. Chooses the file adapter.
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { isMainThread } from "node:worker_threads";
import { localDate } from "../domain/today";
import { analyse } from "../actions/analyse";
import type { Analysis } from "../actions/analysis";
import { boardCopy, writeTabs } from "../actions/tabs";
import { templateSheets } from "../actions/templates";
import { rememberedText } from "../actions/tableChoices";
import type { ReturnOptions } from "../domain/return/moneyBack";
import { Decimal } from "../domain/money";
import type { Problem } from "../domain/problem";
import { defaultLanguage, type Language } from "../text/language";
import { templateTextsOf } from "../text/templates";
import { textsOf } from "../text/languages";
import type { Texts } from "../text/texts";
import { newXlsx } from "../workbook/file/xlsxWorkbook";
import { HostError } from "../workbook/workbook";
import { type AnalyseArguments, type AnswerArgument, parseCommandLine, type UsageError } from "./arguments";
import { jsonOf } from "./json";
import { openAll, type Opened } from "./openFiles";
import { printable, printableJson } from "./printable";
import { isSameFile, replaceFile, whyNotWritten } from "./replaceFile";
import { runRollUp } from "./rollUp/rollUp";
import { serveRollUp } from "./rollUp/rollUpWorker";
import { problemLines, reportText, usageText } from "./terminal";

/** Exit status: 0 done, 1 refused (nothing written), 2 wrong usage, 3 an error of our own. */
async function main(): Promise<number> {
  const parsed = parseCommandLine(process.argv.slice(2));
  if (parsed.kind === "help") {
    print(textsOf(parsed.language).terminal.help);
    return 0;
  }
  if (parsed.kind === "usage") {
    tell(usageText(parsed.error, textsOf(parsed.language)));
    return 2;
  }
  if (parsed.kind === "rollup") return runRollUp(parsed.arguments, localDate(new Date()), tell, print);
  if (parsed.kind === "templates") return writeTemplates(parsed.out, parsed.language);
  return runAnalyse(parsed.arguments);
}

async function runAnalyse(given: AnalyseArguments): Promise<number> {
  const texts = textsOf(given.language);
  const opened = await openAll(given.inputs);
  const destroyed = inputDestroyed(given, opened);
  if (destroyed !== null) {
    tell(usageText(destroyed, texts));
    return 2;
  }
  const date = localDate(new Date());
  const answers = given.answers.map((each) => ({ ...each, date }));
  const analysis = withProblems(
    analyse(
      opened.flatMap(({ source }) => source ?? []),
      {
        unit: given.unit,
        sign: given.sign,
        returns: returnOptions(given),
        answers,
        today: date,
        ...dimensionOf(given),
      },
    ),
    opened.flatMap(({ failure }) => failure ?? []),
  );
  const wrong = opened.some(({ failure: unread }) => unread !== null) ? null : wrongAnswer(given.answers, analysis);
  if (wrong !== null) {
    tell(usageText(wrong, texts));
    return 2;
  }
  const failure =
    given.out === null || analysis.refused
      ? null
      : await writeReport(analysis, { ...given, out: given.out }, opened, texts);
  const board =
    given.board === null || analysis.refused || failure !== null
      ? null
      : await writeBoard(analysis, given.board, texts);
  if (given.json) process.stdout.write(`${printableJson(JSON.stringify(jsonOf(analysis, texts), null, 1))}\n`);
  else if (!analysis.refused) print(reportText(analysis, texts));
  if (analysis.refused) tell([texts.terminal.refused, ...problemLines(analysis.problems, texts)].join("\n"));
  if (failure !== null) tell(failure);
  else if (given.out !== null && !analysis.refused) {
    tell(texts.terminal.written(given.out));
    const leftOut = analysis.workbooks.some(({ moneyBack, finalReport }) => moneyBack !== null || finalReport !== null);
    if (given.inputs.length > 1 && leftOut) tell(texts.terminal.returnsNotWritten);
  }
  if (board !== null) tell(board.text);
  return analysis.refused || failure !== null || board?.written === false ? 1 : 0;
}

/** The board's pages as a workbook of their own, and what came of it. */
async function writeBoard(
  analysis: Analysis,
  path: string,
  texts: Texts,
): Promise<{ readonly written: boolean; readonly text: string }> {
  const sheets = boardCopy(analysis, { texts, today: localDate(new Date()), drawnUpBy: null });
  if (sheets.length === 0) return { written: false, text: texts.terminal.noBoardPages };
  const target = newXlsx(basename(path));
  await target.write(sheets);
  try {
    replaceFile(path, target.bytes());
    return { written: true, text: texts.terminal.boardWritten(path) };
  } catch (failure) {
    return { written: false, text: whyNotWritten(failure, path, texts) };
  }
}

/** The empty tables as a workbook. A file that is there already is not written over: somebody may have filled it in. */
async function writeTemplates(out: string | null, language: Language): Promise<number> {
  const { terminal } = textsOf(language);
  const path = out ?? templateTextsOf(language).file;
  if (existsSync(path)) {
    tell(terminal.templatesThere(path));
    return 1;
  }
  const book = newXlsx(basename(path));
  await book.write(templateSheets(language));
  try {
    replaceFile(path, book.bytes());
  } catch (failure) {
    tell(whyNotWritten(failure, path, textsOf(language)));
    return 1;
  }
  tell(terminal.written(path));
  return 0;
}

/** An answer to what no workbook asks, or that is none of the question's; null: all are. */
function wrongAnswer(given: readonly AnswerArgument[], analysis: Analysis): UsageError | null {
  const asked = [...analysis.questions, ...analysis.answered.map(({ question }) => question)];
  for (const { id, value } of given) {
    const found = asked.filter((question) => question.id === id);
    const ids = [...new Set(asked.map((question) => question.id))].join(", ");
    if (found.length === 0) return { kind: "unknown-question", option: id, value, allowed: ids };
    const values = [...new Set(found.flatMap(({ answers }) => answers.map((each) => each.value)))];
    if (!values.includes(value)) return { kind: "unknown-answer", option: id, value, allowed: values.join(", ") };
  }
  return null;
}

function returnOptions(given: AnalyseArguments): ReturnOptions {
  const { scenario, target, seed, draws, ownAssumptions, horizon, reportWay } = given;
  const takeBack = ownAssumptions ? [] : ("all" as const);
  return { scenario, target: target === null ? null : new Decimal(target), seed, draws, takeBack, horizon, reportWay };
}

/** The dimension of SIE files, where one was named. */
function dimensionOf({ dimension }: AnalyseArguments): { readonly dimension?: string } {
  return dimension === null ? {} : { dimension };
}

/**
 * What is written may stand in the place of no input, by whatever path: but a workbook that is run for itself, which is kept whole with the
 * tabs added.
 */
function inputDestroyed({ inputs, out, board }: AnalyseArguments, opened: readonly Opened[]): UsageError | null {
  const isInput = (path: string): boolean => inputs.some((input) => isSameFile(input, path));
  const keepsIt = inputs.length === 1 && opened[0]?.isWorkbook === true;
  if (out !== null && !keepsIt && isInput(out))
    return { kind: "out-is-input", option: "--out", value: out, allowed: "" };
  if (board !== null && (isInput(board) || (out !== null && isSameFile(out, board))))
    return { kind: "bad-board", option: "--board", value: board, allowed: ".xlsx" };
  return null;
}

/** Files that could not be read refuse the whole run: half a roll-up would look like a whole one. */
function withProblems(analysis: Analysis, failures: readonly Problem[]): Analysis {
  if (failures.length === 0) return analysis;
  return { ...analysis, results: [], problems: [...failures, ...analysis.problems], refused: true };
}

/** One input: its own workbook with our tabs added. Several: a new workbook with an overview. Null: written; else why not. */
async function writeReport(
  analysis: Analysis,
  { out, snapshot, answers }: Pick<AnalyseArguments, "snapshot" | "answers"> & { readonly out: string },
  opened: readonly Opened[],
  texts: Texts,
): Promise<string | null> {
  const only = opened.length === 1 ? (opened[0]?.workbook ?? null) : null;
  const target = only ?? newXlsx(basename(out));
  if (!out.toLowerCase().endsWith(target.extension)) return texts.terminal.otherExtension(out, target.extension);
  try {
    // An answer given here is remembered where the next run looks for it: in the workbook itself.
    if (only !== null && answers.length > 0) await target.keepChoices(rememberedText(analysis));
    await writeTabs(analysis, target, {
      texts,
      today: localDate(new Date()),
      drawnUpBy: null,
      snapshot: snapshot === null ? null : { version: snapshot },
    });
    replaceFile(out, target.bytes());
    return null;
  } catch (failure) {
    if (failure instanceof HostError) return texts.host[failure.code](failure.detail);
    return whyNotWritten(failure, out, texts);
  }
}

function print(text: string): void {
  process.stdout.write(`${printable(text)}\n`);
}

function tell(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

if (isMainThread)
  main().then(
    (status) => {
      process.exitCode = status;
    },
    (bug: unknown) => {
      tell(textsOf(defaultLanguage).terminal.ownError(bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)));
      process.exitCode = 3;
    },
  );
else serveRollUp();
