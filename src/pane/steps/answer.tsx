// src/pane/steps/answer.tsx: what a finished run says first: the verdict in words, and what a person must decide before it is passed on.
import type { InitiativeResult, WorkbookResult } from "../../actions/analysis";
import { readinessOf } from "../../domain/deviation/readiness";
import { hasIncome } from "../../domain/deviation/lineKind";
import { rounded } from "../../domain/money";
import { numberText } from "../../text/format";
import { figuresOf, toneOf } from "../parts/figures";
import { showElement } from "../parts/fold";
import { useWords } from "../parts/words";
import type { Run } from "../run/state";

/** Where the things to decide stand on the page. */
export const PLACES = {
  questions: "att-besvara",
  ready: "klar-for-styrelsen",
  problems: "att-ratta",
  claims: "uppgivna-siffror",
} as const;

interface Props {
  readonly run: Run;
  readonly result: InitiativeResult | undefined;
  readonly whole: WorkbookResult | undefined;
}

export function Answer({ run, result, whole }: Props) {
  const { pane } = useWords();
  return (
    <section class="answer">
      <h2 class="hidden-heading">{pane.result.heading}</h2>
      {result === undefined ? null : <Deviation result={result} />}
      {whole === undefined ? null : <Return whole={whole} />}
      <Decisions run={run} result={result} whole={whole} />
    </section>
  );
}

/** The whole in words, and the line that it mostly comes from with its cause. */
function Deviation({ result: { followUp, kept } }: { result: InitiativeResult }) {
  const { pane, texts } = useWords();
  const words = pane.answer;
  const { table, total, lineTotals } = followUp;
  const { amount, signed, share } = figuresOf(table, texts);
  const tone = toneOf(total.amount);
  const verdict = { even: pane.result.even, good: pane.result.surplus, bad: pane.result.deficit }[tone];
  const largest = [...lineTotals.keys()].sort(
    (a, b) => lineTotals[b]!.amount.abs().comparedTo(lineTotals[a]!.amount.abs()) || a - b,
  )[0];
  const line = largest === undefined || lineTotals[largest]!.amount.isZero() ? null : largest;
  const name = line === null ? "" : (table.lines[line] ?? "");
  const cause = kept?.rows.find((row) => row.line === name)?.cause.trim() ?? "";
  const ofBudget =
    total.share === null || hasIncome(table) ? "" : `, ${pane.result.ofBudget(share(total.share.abs()))}`;
  return (
    <p class="answer-line">
      <strong class={`verdict-${tone}`}>
        {verdict}
        {tone === "even" ? "" : ` ${amount(total.amount.abs())} ${table.unit}`}
      </strong>
      {`${ofBudget}.`}
      {line === null ? null : ` ${words.largest(name, `${signed(lineTotals[line]!.amount)} ${table.unit}`)}`}
      {cause === "" ? null : ` ${words.cause(cause)}`}
    </p>
  );
}

function Return({ whole: { moneyBack } }: { whole: WorkbookResult }) {
  const { pane, texts, language } = useWords();
  if (moneyBack === null || moneyBack.result.basis.ready.length === 0) return null;
  const { result, uncertainty } = moneyBack;
  const { ratio } = result.horizons[uncertainty.horizon].total;
  if (ratio === null) return null;
  const reached = rounded(ratio, 6).gte(rounded(result.target, 6));
  const within = texts.returnTabs.within[uncertainty.horizon].toLowerCase();
  const target = numberText(result.target, result.target.isInteger() ? 0 : 2, language);
  return (
    <p class="answer-line">
      <strong class={reached ? "verdict-good" : "verdict-bad"}>
        {pane.answer.verdict(numberText(ratio, 2, language), target, reached, within)}
      </strong>
    </p>
  );
}

function Decisions({ run: { analysis }, result, whole }: Props) {
  const { pane } = useWords();
  const words = pane.answer;
  const missing = result === undefined ? 0 : readinessOf(result.followUp, result.kept).missing.length;
  const wrong = analysis.problems.filter(({ severity }) => ["refuse", "block", "error"].includes(severity)).length;
  const report = result?.finalReport ?? whole?.finalReport ?? null;
  const contradicted = report?.claims.filter(({ reconciles }) => reconciles === false).length ?? 0;
  const items = [
    [analysis.questions.length, words.questions, PLACES.questions],
    [wrong, words.problems, PLACES.problems],
    [missing, words.missingTexts, PLACES.ready],
    [contradicted, words.claims, PLACES.claims],
  ] as const;
  const open = items.filter(([count]) => count > 0);
  if (open.length === 0) return <p class="muted">{words.nothing}</p>;
  return (
    <p class="answer-decide">
      <span class="muted">{words.decide}: </span>
      {open.map(([count, text, place], at) => (
        <span key={place}>
          {at === 0 ? null : " · "}
          <button
            type="button"
            class="place-link"
            onClick={() => {
              showElement(place);
            }}
          >
            {text(count)}
          </button>
        </span>
      ))}
    </p>
  );
}
