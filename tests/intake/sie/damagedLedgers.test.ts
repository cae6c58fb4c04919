// tests/intake/sie/damagedLedgers.test.ts: ledgers of our own making, damaged in every way that files are: no crash, no hang, and no figure that
// is neither what the file was made from nor told about. SEED=… RUNS=… for more than a test run's time allows.
import { Asking } from "../../../src/domain/question";
import { readLedger } from "../../../src/intake/sie/readLedger";
import { NotSieError, SieReader } from "../../../src/intake/sie/sieReader";
import { generator } from "../../bench/random";
import { DAMAGES, type Draw, madeBooks, rowsOf } from "./madeBooks";

const seed = Number(process.env.SEED ?? 13);
const runs = Number(process.env.RUNS ?? 400);

type Verdict = "right" | "told" | "refused" | "silent";

interface Read {
  readonly verdict: Verdict;
  readonly what: string;
}

/** The same figures with the outcome, and the budget's months in it, by the year. */
function inTheYear(figures: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [key, ore] of figures) {
    const year = key.replace(/ [\d-]+$/u, " year");
    sums.set(year, (sums.get(year) ?? 0) + ore);
  }
  return sums;
}

function readingOf(bytes: Uint8Array, draw: Draw, expected: ReadonlyMap<string, number>): Read {
  const reader = new SieReader("bok.se");
  let ledger;
  try {
    for (let at = 0; at < bytes.length;) {
      const piece = 1 + draw(4_000);
      reader.push(bytes.subarray(at, at + piece));
      at += piece;
    }
    ledger = reader.end();
  } catch (failure) {
    if (failure instanceof NotSieError) return { verdict: "refused", what: failure.reason };
    throw failure;
  }
  const asking = new Asking([]);
  const read = readLedger(ledger, null, asking);
  const open = asking.open.length > 0;
  const figures = new Map<string, number>();
  for (const { outcome, budget, account, period } of read.tables[0]?.entries ?? []) {
    const { label } = read.tables[0]!.periods[period]!;
    // An outcome that only the year is known of.
    const month = label.length === 7 ? label : "year";
    const key = account?.split(" ")[0] ?? "";
    for (const [measure, ore] of [
      ["outcome", outcome],
      ["budget", budget],
    ] as const) {
      if (ore !== null && Number(ore) !== 0)
        figures.set(`${measure} ${key} ${month}`, (figures.get(`${measure} ${key} ${month}`) ?? 0) + Number(ore));
    }
  }
  const byYear = [...figures.keys()].some((key) => key.endsWith(" year"));
  const wanted = byYear ? inTheYear(expected) : expected;
  const wrong = [...new Set([...figures.keys(), ...wanted.keys()])].filter(
    (key) => (figures.get(key) ?? 0) !== (wanted.get(key) ?? 0),
  );
  const codes = read.problems.map(({ code }) => code);
  if (wrong.length === 0) return { verdict: "right", what: "" };
  if (read.tables.length === 0 && (open || codes.length > 0)) return { verdict: "refused", what: codes.join(" ") };
  const telling = codes.filter((code) => code !== "ledger-encoding" && code !== "ledger-outside");
  if (telling.length > 0 || open) return { verdict: "told", what: telling.join(" ") };
  return {
    verdict: "silent",
    what: `${wrong[0]!}: ${figures.get(wrong[0]!) ?? 0} for ${wanted.get(wrong[0]!) ?? 0}`,
  };
}

test(`${runs} damaged ledgers (seed ${seed}): right, told or refused, never wrong in silence`, () => {
  const random = generator(seed);
  const draw: Draw = (below) => random() % below;
  const silent: string[] = [];
  const score = new Map<string, Record<Verdict, number>>();
  let slowest = 0;
  for (let run = 0; run < runs; run++) {
    const books = madeBooks(draw);
    const damage = DAMAGES[run % DAMAGES.length]!;
    const made = damage.make(rowsOf(books, draw), draw, books);
    const began = performance.now();
    const { verdict, what } = readingOf(made.bytes, draw, made.expected);
    slowest = Math.max(slowest, performance.now() - began);
    const counts = score.get(damage.name) ?? { right: 0, told: 0, refused: 0, silent: 0 };
    score.set(damage.name, { ...counts, [verdict]: counts[verdict] + 1 });
    if (verdict === "silent" || (damage.harmless && verdict !== "right"))
      silent.push(`run ${run} ${damage.name}: ${verdict} ${what}`);
  }
  if (process.env.SCORE !== undefined) console.table(Object.fromEntries(score));
  expect(silent.slice(0, 40)).toEqual([]);
  expect(slowest).toBeLessThan(2_000);
}, 600_000);
