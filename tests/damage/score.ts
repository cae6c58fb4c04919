// tests/damage/score.ts: `npm run damage`: how many damaged sheets and files are read rightly, named, or wrong, per kind; docs/reliability.md.
import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { damagedSheets, fileTurns, type Found, SHEET_KINDS } from "./drawn";
import type { FileAnswer, FileTurn } from "./fileChild";
import { FILE_KINDS } from "./fileKinds";
import type { Verdict } from "./judge";

type Outcome = Verdict | "hang" | "memory";
const OUTCOMES: readonly Outcome[] = ["right", "named", "silent", "crash", "hang", "memory"];
type Tally = Record<Outcome, number>;

/** A file that takes longer hangs. */
const LONGEST = 60_000;
/** More than any file may take, with the process around it. */
const MOST_MEMORY = 1024 ** 3;
const DEFAULT_SHEETS = 5000;
const DEFAULT_FILES = 600;
const REPORT = join(__dirname, "..", "..", "docs", "reliability.md");

/** Exit status: 0: nothing is wrong in silence, crashes, hangs or takes too much memory. */
export async function runDamage(given: readonly string[]): Promise<number> {
  const seeds = seedsIn(given);
  const only = optionIn(given, "--kind");
  const kinds =
    only === null ? SHEET_KINDS : SHEET_KINDS.filter(({ name, group }) => `${group}: ${name}`.includes(only));
  const sheets = Number(optionIn(given, "--sheets") ?? DEFAULT_SHEETS);
  const files = Number(optionIn(given, "--files") ?? (only === null ? DEFAULT_FILES : 0));
  console.log(`seeds ${seeds.join(", ")}; ${kinds.length} kinds of damage to sheets, ${FILE_KINDS.length} to files`);
  const ofSheets = new Score(kinds);
  const ofFiles = new Score(FILE_KINDS);
  for (const seed of seeds) {
    const each = Math.ceil(sheets / seeds.length);
    await damagedSheets(seed, each, kinds, (found) => ofSheets.add(found, found.verdict));
    await throughChild(fileTurns(seed, Math.ceil(files / seeds.length)), ofFiles);
  }
  console.log(`sheets: ${ofSheets.total()}`);
  console.log(`files: ${ofFiles.total()}`);
  if (only === null)
    writeFileSync(REPORT, await format(report(seeds, ofSheets, ofFiles), { parser: "markdown", printWidth: 120 }));
  return ofSheets.isClean() && ofFiles.isClean() ? 0 : 1;
}

function seedsIn(given: readonly string[]): readonly number[] {
  const end = given.findIndex((each) => each.startsWith("--"));
  const seeds = given.slice(0, end < 0 ? undefined : end).map(Number);
  return seeds.length > 0 ? seeds : [1];
}

function optionIn(given: readonly string[], name: string): string | null {
  const at = given.indexOf(name);
  return at < 0 ? null : (given[at + 1] ?? null);
}

/** How each kind went. A class because it grows as the run goes on. */
class Score {
  private readonly tallies = new Map<string, Tally>();

  constructor(private readonly kinds: readonly { readonly name: string; readonly group: string }[]) {
    for (const { name } of kinds)
      this.tallies.set(name, { right: 0, named: 0, silent: 0, crash: 0, hang: 0, memory: 0 });
  }

  add({ kind, layout, carrier, number, why }: Omit<Found, "verdict">, outcome: Outcome): void {
    this.tallies.get(kind.name)![outcome]++;
    if (outcome !== "right" && outcome !== "named")
      console.log(
        `${outcome}: ${kind.name} [${layout} ${carrier} ${number}] ${why.slice(0, 3).join("; ").slice(0, 300)}`,
      );
  }

  count(outcome: Outcome): number {
    return [...this.tallies.values()].reduce((sum, tally) => sum + tally[outcome], 0);
  }

  total(): string {
    return OUTCOMES.map((outcome) => `${outcome} ${this.count(outcome)}`).join(", ");
  }

  isClean(): boolean {
    return OUTCOMES.every((outcome) => outcome === "right" || outcome === "named" || this.count(outcome) === 0);
  }

  rows(): readonly string[] {
    return this.kinds.map(({ name, group }) => {
      const { right, named, silent, crash, hang, memory } = this.tallies.get(name)!;
      return `| ${group} | ${name} | ${right} | ${named} | ${silent} | ${crash + hang + memory} |`;
    });
  }
}

/** Each file in a child process, which is ended and begun anew where it hangs, dies or takes too much. */
async function throughChild(turns: readonly FileTurn[], score: Score): Promise<void> {
  let child: ChildProcess | null = null;
  for (const turn of turns) {
    child ??= fork(join(__dirname, "run.js"), ["--files-child"], { execArgv: ["--max-old-space-size=1024"] });
    const answer = await answerOf(child, turn);
    const { name, group } = FILE_KINDS[turn.kind]!;
    const unknown = { kind: { name, group }, number: turn.number, layout: "", carrier: "", why: [] };
    const isOver = typeof answer !== "string" && answer.memory > MOST_MEMORY;
    if (typeof answer === "string") score.add(unknown, answer);
    else if (isOver) score.add(answer.found ?? unknown, "memory");
    else if (answer.found !== null) score.add(answer.found, answer.found.verdict);
    if (typeof answer !== "string" && !isOver) continue;
    child.kill("SIGKILL");
    child = null;
  }
  child?.kill();
}

function answerOf(child: ChildProcess, turn: FileTurn): Promise<FileAnswer | "hang" | "crash"> {
  return new Promise((resolve) => {
    const settle = (answer: FileAnswer | "hang" | "crash"): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const timer = setTimeout(() => settle("hang"), LONGEST);
    child.once("message", (answer) => settle(answer as FileAnswer));
    child.once("exit", () => settle("crash"));
    child.send(turn);
  });
}

function report(seeds: readonly number[], sheets: Score, files: Score): string {
  const line = (name: string, score: Score): string =>
    `| ${name} | ${OUTCOMES.map((outcome) => String(score.count(outcome))).join(" | ")} |`;
  const table = (score: Score): string =>
    [
      "| group | damage | right | named | wrong in silence | crash, hang, memory |",
      "|---|---|---|---|---|---|",
      ...score.rows(),
    ].join("\n");
  return `# Reliability

Made by \`npm run damage -- ${seeds.join(" ")}\` (tests/damage); do not edit. Workbooks whose right figures are known are damaged in one place, as people and
programs do it, and read as the command line reads them. What is right to read of a *damaged* sheet is stated by each kind of damage.

- **right**: every figure is what a careful reader would read.
- **named**: something is not, or cannot be known, and a message or a question says so of that very place, line or table. What was said of the
  undamaged workbook does not count.
- **wrong in silence**: a figure is wrong, or damage that a careful reader would see is not mentioned. At most 0.

| | ${OUTCOMES.map((outcome) => ({ right: "right", named: "named", silent: "wrong in silence", crash: "crash", hang: "hang (60 s)", memory: "over 1 GB" })[outcome]).join(" | ")} |
|---|---|---|---|---|---|---|
${line("damaged sheets", sheets)}
${line("damaged files", files)}

## Sheets

${table(sheets)}

## Files

${table(files)}
`;
}
