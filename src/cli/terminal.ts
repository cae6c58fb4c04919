// src/cli/terminal.ts: an analysis as text for a terminal: the deviation table, what to notice, and every problem.
import type { Analysis, InitiativeResult } from "../actions/analysis";
import type { Deviation } from "../domain/deviation/deviation";
import type { FollowUp } from "../domain/deviation/followUp";
import { KR_PER_UNIT, type Decimal } from "../domain/money";
import { type Problem, SEVERITIES } from "../domain/problem";
import { rollUpOf } from "../domain/deviation/rollUp";
import { amountText, numberText, percentText, signedAmountText, signedPercentText } from "../text/format";
import { hasIncome, kindOf, LINE_KINDS } from "../domain/deviation/lineKind";
import { lineHeadingOf, signNoteOf, totalNameOf, wayText } from "../text/kinds";
import { problemText } from "../text/problems";
import type { Texts } from "../text/texts";
import type { UsageError } from "./arguments";
import { aligned } from "./columns";
import { finalReportText, moneyBackText } from "./terminalReturn";

/** The whole report of a run that was not refused. */
export function reportText(analysis: Analysis, texts: Texts): string {
  const { terminal } = texts;
  const parts = analysis.results.map((result) => initiativeText(result, texts));
  if (analysis.results.length > 1) parts.push(overviewText(analysis.results, texts));
  for (const { moneyBack } of analysis.workbooks) {
    if (moneyBack !== null && moneyBack.result.basis.ready.length > 0) parts.push(moneyBackText(moneyBack, texts));
  }
  for (const { finalReport } of [...analysis.results, ...analysis.workbooks]) {
    const text = finalReport === null ? null : finalReportText(finalReport, texts);
    if (text !== null) parts.push(text);
  }
  const { seen, used, setAside } = analysis.rows;
  parts.push(terminal.rows(seen, used, setAside));
  parts.push(
    analysis.problems.length === 0
      ? terminal.noProblems
      : [`${terminal.problems}:`, ...problemLines(analysis.problems, texts)].join("\n"),
  );
  return parts.join("\n\n");
}

/** One line a problem, the gravest first. */
export function problemLines(problems: readonly Problem[], texts: Texts): readonly string[] {
  return [...problems]
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map((found) => `  ${texts.severity[found.severity]}: ${problemText(found, texts)}`);
}

/** What was wrong with the command, and where help is. */
export function usageText(error: UsageError, texts: Texts): string {
  return `${whatIsWrong(error, texts.terminal.usage)}\n${texts.terminal.usage.seeHelp}`;
}

function whatIsWrong({ kind, option, value, allowed }: UsageError, usage: Texts["terminal"]["usage"]): string {
  switch (kind) {
    case "bad-value":
    case "unknown-answer":
      return usage[kind](option, value, allowed);
    case "unknown-question":
      return usage[kind](option, allowed);
    case "bad-option":
      return usage[kind](option);
    case "unknown-command":
    case "bad-board":
    case "out-is-input":
    case "tidy-ending":
      return usage[kind](value);
    default:
      return usage[kind];
  }
}

function initiativeText({ followUp, facts }: InitiativeResult, texts: Texts): string {
  const { table } = followUp;
  const name = table.initiative ?? facts?.name ?? texts.tabs.head.unnamed;
  const place = `${table.workbook === null ? "" : `[${table.workbook}]`}${table.sheet}!${table.range}`;
  return [
    `${name} · ${place} · ${table.unit}`,
    signNoteOf(table, texts),
    "",
    ...lineTable(followUp, texts),
    "",
    `${texts.terminal.deviationPerPeriod}:`,
    ...periodTable(followUp, texts),
    ...remarks(followUp, texts),
  ].join("\n");
}

/** Longer names would push the figures off the screen; the tabs have them whole. */
const LONGEST_NAME = 60;

function lineTable(followUp: FollowUp, texts: Texts): readonly string[] {
  const { deviation: headings } = texts.tabs;
  const { table, byKind } = followUp;
  const row = (name: string, deviation: Deviation | undefined, after: string): string[] => [
    name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name,
    ...figures(deviation, followUp, texts),
    after,
  ];
  const lineRow = (at: number): string[] =>
    row(table.lines[at] ?? "", followUp.lineTotals[at], followUp.material[at] === true ? headings.material : "");
  const totalName = totalNameOf(table, texts);
  const rows =
    totalName === texts.kinds.result
      ? LINE_KINDS.flatMap((kind) => {
          const own = byKind[kind];
          if (own === null) return [];
          const sum = row(texts.kinds.sums[kind], own.total, wayText(kind, own.total.amount, texts));
          return [...own.lines.map(lineRow), sum];
        })
      : [...table.lines.keys()].map(lineRow);
  const shown = totalName === texts.kinds.result ? { ...followUp.total, share: null } : followUp.total;
  const total = row(totalName, shown, balanceWord(followUp.total.amount, texts));
  const head = [lineHeadingOf(table, texts), headings.outcome, headings.budget, headings.deviation, headings.share, ""];
  return aligned([head, ...rows, total], 1);
}

function periodTable(followUp: FollowUp, texts: Texts): readonly string[] {
  const { periods, unit, decimals } = followUp.table;
  const rows = periods.map(({ label }, at) => {
    const found = followUp.periodTotals[at] ?? null;
    return [`  ${label}`, found === null ? "–" : signedAmountText(found.amount, unit, decimals, texts.language)];
  });
  return aligned(rows, 0);
}

function remarks(followUp: FollowUp, texts: Texts): readonly string[] {
  const { unit, decimals, lines } = followUp.table;
  const { language } = texts;
  const signed = (amount: Decimal): string => signedAmountText(amount, unit, decimals, language);
  const average = followUp.averagePerHalfYear;
  const found: string[] = [];
  if (average !== null) {
    found.push(
      texts.terminal.averagePerHalfYear(
        `${signedAmountText(average, unit, decimals, language)} ${unit}`,
        followUp.halfYears,
      ),
    );
  }
  found.push(...forecastLines(followUp, texts));
  for (const { favourable, unfavourable } of followUp.offsetting) {
    const amountOf = (line: number): string => signed(followUp.lineTotals[line]?.amount ?? followUp.total.amount);
    const words = kindOf(followUp.table, favourable) === "income" ? texts.kinds : texts.tabs.deviationWords;
    const [between, after] = words.offsetting(amountOf(favourable), amountOf(unfavourable), unit);
    found.push(`${lines[favourable] ?? ""}${between}${lines[unfavourable] ?? ""}${after}`);
  }
  found.push(...unitCostLines(followUp, texts));
  found.push(...equityLines(followUp, texts), ...explainedLines(followUp, texts));
  return found.length === 0 ? [] : ["", ...found];
}

/** What the source states, and how much of it agrees; with nothing stated there is nothing to check against, which is said of tables with income. */
function explainedLines({ explained: { stated, explained }, table }: FollowUp, texts: Texts): readonly string[] {
  if (stated > 0) return [texts.terminal.controls(explained, stated)];
  return hasIncome(table) ? [texts.kinds.nothingStated] : [];
}

function equityLines({ equity, table }: FollowUp, texts: Texts): readonly string[] {
  if (equity === null) return [];
  const { equity: words } = texts.kinds;
  const amount = (kr: Decimal): string => `${amountText(kr, table.unit, table.decimals, texts.language)} ${table.unit}`;
  const figures = [
    [words.opening, equity.stated.opening?.amount],
    [words.change, equity.change],
    [words.closing, equity.stated.closing?.amount],
    [words.decided, equity.stated.decided?.amount],
  ] as const;
  const said = figures.flatMap(([label, kr]) => (kr == null ? [] : [`${label} ${amount(kr)}`]));
  return said.length === 0 ? [] : [`${said.join(", ")}.${equity.agrees === false ? ` ${words.action}` : ""}`];
}

function forecastLines({ forecast, table }: FollowUp, texts: Texts): readonly string[] {
  if (forecast === null) return [];
  const { unit, decimals } = table;
  const { chosen, fullYearBudget, deviation, workedUp } = forecast.total;
  const amount = (kr: Decimal): string => `${amountText(kr, unit, decimals, texts.language)} ${unit}`;
  const difference = `${signedAmountText(deviation, unit, decimals, texts.language)} ${unit}`;
  const notDrawn = workedUp === null ? "" : texts.terminal.workedUp(amount(workedUp));
  return [texts.terminal.forecast(amount(chosen), amount(fullYearBudget), difference) + notDrawn];
}

/** Costs per unit with one decimal in tkr and Mkr, in whole kronor otherwise: they are means, not booked amounts. */
function unitCostLines(followUp: FollowUp, texts: Texts): readonly string[] {
  const { unit } = followUp.table;
  const { language } = texts;
  const cost = (kr: Decimal): string =>
    `${numberText(kr.div(KR_PER_UNIT[unit]), unit === "kr" ? 0 : 1, language)} ${unit}`;
  return (followUp.unitCosts?.items ?? []).flatMap(({ per, budget, outcome, change }) => {
    if (outcome === null) return [];
    const planned = budget === null ? "" : `, ${texts.tabs.deviationWords.budget.toLowerCase()} ${cost(budget)}`;
    const changed = change === null ? "" : ` (${signedPercentText(change, 0, language)})`;
    return [
      `${texts.tabs.unitCosts.cost[per]}: ${texts.tabs.deviationWords.outcome.toLowerCase()} ${cost(outcome)}${planned}${changed}`,
    ];
  });
}

function overviewText(results: readonly InitiativeResult[], texts: Texts): string {
  const rollUp = rollUpOf(results.map(({ followUp }) => followUp));
  const headings = texts.tabs.overview;
  const row = (name: string, { outcome, budget, amount, share }: Deviation): string[] => [
    name,
    amountText(outcome, "kr", 0, texts.language),
    amountText(budget, "kr", 0, texts.language),
    signedAmountText(amount, "kr", 0, texts.language),
    share === null ? "–" : signedPercentText(share, 1, texts.language),
    balanceWord(amount, texts),
  ];
  const rows = results.map(({ followUp, facts }, at) =>
    row(followUp.table.initiative ?? facts?.name ?? followUp.table.sheet, rollUp.byInitiative[at] ?? rollUp.total),
  );
  const head = [
    `${headings.initiative} (kr)`,
    headings.outcome,
    headings.budget,
    headings.deviation,
    headings.share,
    "",
  ];
  return aligned([head, ...rows, row(headings.total, rollUp.total)], 1).join("\n");
}

function figures(deviation: Deviation | undefined, followUp: FollowUp, texts: Texts): readonly string[] {
  if (deviation === undefined) return ["", "", "", ""];
  const { unit, decimals } = followUp.table;
  return [
    amountText(deviation.outcome, unit, decimals, texts.language),
    amountText(deviation.budget, unit, decimals, texts.language),
    signedAmountText(deviation.amount, unit, decimals, texts.language),
    deviation.share === null ? "–" : percentText(deviation.share, 1, texts.language),
  ];
}

function balanceWord(amount: Decimal, texts: Texts): string {
  const { surplus, deficit, balanced } = texts.tabs.deviationWords;
  if (amount.isZero()) return balanced;
  return amount.isPositive() ? surplus : deficit;
}
