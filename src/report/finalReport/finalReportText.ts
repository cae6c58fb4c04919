// src/report/finalReport/finalReportText.ts: the economy section of the final report as text and tables, to paste into the association's form or keep as a Word file.
// It may go to the board: claims about fewer than 5 persons are not printed with their figures.
import type { Hiding } from "../../domain/finalReport/boardGoals";
import { boardReportOf } from "../../domain/finalReport/boardReport";
import { type Goal, numberOf } from "../../domain/finalReport/goals";
import type { FundsUse } from "../../domain/finalReport/finalReport";
import { type Decimal, KR_PER_UNIT, rounded, sum } from "../../domain/money";
import { monthText } from "../../domain/period";
import { amountText, numberText, percentText } from "../../text/format";
import { LANGUAGES } from "../../text/language";
import type { Texts } from "../../text/texts";
import type { Block, DocumentModel, DocumentTable } from "./documentModel";
import { boardClaimName, claimFigureText, claimFormats } from "./finalReportClaims";
import { type FinalReportItem, shownIn, writtenIn } from "./finalReportFrame";
import { boardGoalName, goalFormat, goalKey, hidingWords, isHidden } from "./finalReportGoals";
import { explanationBlocks, freeTextBlocks, leftOverBlocks, remarkBlocks, statement } from "./finalReportWriting";

export interface FinalDocumentInput {
  readonly item: FinalReportItem;
  readonly drawnUpBy: string | null;
  /** ISO date. */
  readonly today: string;
  readonly texts: Texts;
}

interface Shown extends FinalDocumentInput {
  /** An amount in the report's unit, without its name. */
  readonly amount: (kr: Decimal) => string;
  /** An amount with its unit. */
  readonly money: (kr: Decimal) => string;
}

export function finalDocumentOf(input: FinalDocumentInput): DocumentModel {
  const { item, texts, drawnUpBy, today } = input;
  const { unit, decimals } = shownIn(item);
  const amount = (kr: Decimal): string => amountText(kr, unit, decimals, texts.language);
  const shown: Shown = { ...input, amount, money: (kr) => `${amount(kr)}\u00a0${unit}` };
  const words = texts.final.report.document;
  const stated = statement(item);
  return {
    language: LANGUAGES[texts.language].tag,
    title: words.title(item.name),
    blocks: [
      ...(item.period === null
        ? []
        : [note(words.period(`${monthText(item.period.from)} – ${monthText(item.period.to)}`))]),
      ...fundsBlocks(shown),
      ...goalBlocks(shown),
      ...claimBlocks(shown),
      ...(item.assumed ?? []).map((each) => note(words.assumed(each))),
      ...freeTextBlocks(item),
      ...leftOverBlocks(item, texts),
      plain(words.drawnUp(stated.by ?? drawnUpBy, stated.date ?? today)),
    ],
  };
}

function plain(text: string): Block {
  return { kind: "paragraph", text, look: "plain" };
}

function note(text: string): Block {
  return { kind: "paragraph", text, look: "note" };
}

function heading(text: string): Block {
  return { kind: "heading", level: 2, text };
}

const SHARE_DECIMALS = 2;

function fundsBlocks(shown: Shown): Block[] {
  const { item, texts, money } = shown;
  const { total, answer, explaining, lines, offsetting } = item.report;
  const words = texts.final.report;
  if (total === null || answer === null) return [heading(words.fundsHeading), plain(words.noFunds)];
  const share = total.share === null ? null : percentText(total.share, SHARE_DECIMALS, texts.language);
  const sentence = words.document.sentence[answer]({
    granted: money(total.granted),
    used: money(total.used),
    unused: money(total.unused.abs()),
    share,
  });
  const explained = explaining.map((index) => {
    const line = lines[index]!;
    return words.document.explainedLine(line.name, money(line.unused.abs()), !line.unused.isNegative());
  });
  const { table, rounds } = fundsTable(shown);
  return [
    heading(words.fundsHeading),
    plain(sentence),
    { kind: "table", table },
    ...(rounds ? [note(words.document.rounded)] : []),
    heading(words.answerHeading),
    {
      kind: "choices",
      choices: (["all", "part", "none", "exceeded"] as const).map((each) => ({
        text: words.answers[each],
        chosen: each === answer,
      })),
    },
    ...(explained.length === 0 ? [] : [plain(words.document.explained(explained))]),
    ...explanationBlocks(item, texts),
    ...offsetting.map(({ favourable, unfavourable }) =>
      plain(words.offsetting(lines[favourable]?.name ?? "", lines[unfavourable]?.name ?? "")),
    ),
  ];
}

/** `rounds`: the rounded parts do not add up to the rounded sum. */
function fundsTable({ item, texts, amount }: Shown): { readonly table: DocumentTable; readonly rounds: boolean } {
  const words = texts.final.report;
  const { lines, lineSum, total } = item.report;
  const { unit, decimals } = shownIn(item);
  const right = (text: string) => ({ heading: `${text}, ${unit}`, align: "right" as const });
  const row = (name: string, use: FundsUse, isTotal: boolean) => ({
    cells: [
      name,
      amount(use.granted),
      amount(use.used),
      amount(use.unused),
      use.share === null ? "" : percentText(use.share, SHARE_DECIMALS, texts.language),
    ],
    total: isTotal,
  });
  const own = total !== null && (total.grantedFrom === "field" || total.usedFrom === "field");
  const rows = [
    ...lines.map((line) => row(line.name, line, false)),
    ...(lineSum === null || lines.length === 0 ? [] : [row(own ? words.lineSum : words.total, lineSum, true)]),
    ...(total !== null && own ? [row(lines.length > 0 ? words.totalFromFields : words.total, total, true)] : []),
  ];
  const at = (kr: Decimal): Decimal => rounded(kr.div(KR_PER_UNIT[unit]), decimals);
  const rounds =
    lineSum !== null &&
    (["granted", "used", "unused"] as const).some(
      (figure) => !sum(lines.map((line) => at(line[figure]))).eq(at(lineSum[figure])),
    );
  return {
    table: {
      caption: words.document.fundsCaption,
      columns: [
        { heading: words.item, align: "left" },
        right(words.granted),
        right(words.used),
        right(words.unused),
        { heading: words.share, align: "right" },
      ],
      rows,
    },
    rounds,
  };
}

function goalBlocks({ item, texts }: Shown): Block[] {
  const { goals } = item.report;
  if (goals.length === 0) return [];
  const words = texts.final.report;
  const { language } = texts;
  const hidden = boardReportOf(item.report).goals;
  const hiddenText = texts.final.beforeAfter.hidden;
  const percent = (share: Decimal | null, decimals = 1): string =>
    share === null ? "" : percentText(share, decimals, language);
  const left = (text: string) => ({ heading: text, align: "left" as const });
  const right = (text: string) => ({ heading: text, align: "right" as const });
  const table: DocumentTable = {
    caption: words.document.goalsCaption,
    columns: [
      left(words.goal),
      right(words.target),
      right(words.outcome),
      right(words.fulfilment),
      left(words.verdict),
    ],
    rows: goals.map(({ goal, fulfilment, verdict }, at) => {
      const { outcome, verdict: verdictHidden } = hidden[at]!;
      const number = (value: Decimal): string => goalFigureText(value, goal, language);
      const own = writtenIn(item, "verdict", goalKey(goal));
      const found = verdictHidden ? hiddenText : words.verdicts[verdict];
      const asked =
        goal.responseRate === null ? "" : ` (${words.responseRate(percent(goal.responseRate, 0)).toLowerCase()})`;
      return {
        cells: [
          boardGoalName(goal, hidden[at]!, texts),
          number(goal.target),
          outcome === null ? number(goal.outcome) : hidingWords(outcome, texts),
          outcome === null ? percent(fulfilment) : hiddenText,
          String(own ?? found) + asked,
        ],
        total: false,
      };
    }),
  };
  const based = goals
    .map((result, at) => ({ ...result, hidden: hidden[at]! }))
    .filter(({ goal }) => goal.actualBase !== null || goal.expectedBase !== null);
  const whole = (value: Decimal | null): string =>
    value === null ? "" : numberText(value, Math.min(2, value.decimalPlaces()), language);
  const bases: DocumentTable = {
    caption: words.document.basesCaption,
    columns: [
      left(words.goal),
      right(words.outcome),
      right(words.actualBase),
      right(words.expectedBase),
      right(words.ofActual),
      right(words.ofExpected),
    ],
    rows: based.map(({ goal, shareOfActual, shareOfExpected, hidden: own }) => ({
      cells: [
        boardGoalName(goal, own, texts),
        own.outcome === null ? whole(numberOf(goal)) : hidingWords(own.outcome, texts),
        own.actualBase === null ? whole(goal.actualBase) : hidingWords(own.actualBase, texts),
        whole(goal.expectedBase),
        isHidden(own) ? hiddenText : percent(shareOfActual),
        own.outcome === null ? percent(shareOfExpected) : hiddenText,
      ],
      total: false,
    })),
  };
  return [
    heading(words.goalsHeading),
    { kind: "table", table },
    ...(hidden.some(isHidden) ? [note(texts.final.beforeAfter.maskNote)] : []),
    ...remarkBlocks(item),
    ...(based.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 3 as const, text: words.basesHeading },
          { kind: "table" as const, table: bases },
        ]),
    ...(based.some(({ basesDiffer }) => basesDiffer) ? [note(words.basesNote)] : []),
  ];
}

function goalFigureText(value: Decimal, goal: Goal, language: Texts["language"]): string {
  const { kind, decimals } = goalFormat(goal);
  return kind === "percent" ? percentText(value, decimals, language) : numberText(value, decimals, language);
}

function claimBlocks({ item, texts }: Shown): Block[] {
  const { claims } = item.report;
  if (claims.length === 0) return [];
  const words = texts.final.report;
  const hidden = boardReportOf(item.report).claims;
  const right = (text: string) => ({ heading: text, align: "right" as const });
  const table: DocumentTable = {
    caption: words.document.claimsCaption,
    columns: [
      { heading: words.claim, align: "left" },
      right(words.stated),
      right(words.computed),
      { heading: words.agrees, align: "left" },
    ],
    rows: claims.map((claim, at) => {
      const own = hidden[at]!;
      const formats = claimFormats(claim);
      const figure = (value: Decimal | null, hiding: Hiding | null, format: typeof formats.stated): string =>
        hiding === null ? claimFigureText(value, format, texts.language) : hidingWords(hiding, texts);
      const verdict = claim.reconciles === null ? words.unknown : claim.reconciles ? words.yes : words.no;
      return {
        cells: [
          boardClaimName(claim, own, texts),
          figure(claim.stated.value, own.stated, formats.stated),
          figure(claim.computed, own.computed, formats.computed),
          verdict,
        ],
        total: false,
      };
    }),
  };
  return [heading(words.claimsHeading), { kind: "table", table }, note(words.claimsNote)];
}
