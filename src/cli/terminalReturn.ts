// src/cli/terminalReturn.ts: money in, money back and the final report's claims as text for a terminal.
import type { InitiativeMoneyBack, MoneyBack } from "../domain/return/moneyBack";
import { type AgencyReturn, HORIZONS, type HorizonReturn, type InAndBack } from "../domain/return/agencyReturn";
import type { CheckedClaim } from "../domain/finalReport/claims";
import type { FinalReport } from "../domain/finalReport/finalReport";
import { type Decimal, rounded } from "../domain/money";
import { caveatText } from "../text/caveats";
import { amountText, numberText, percentText } from "../text/format";
import type { Texts } from "../text/texts";
import { aligned } from "./columns";

/** kr back per kr in per party and horizon, what is only moved, payback, avoided support and the line of caveats. */
export function moneyBackText({ result, avoided, initiatives }: MoneyBack, texts: Texts): string {
  const words = texts.returnTabs;
  const { parties } = words;
  const ratio = ({ ratio: found }: InAndBack): string => (found === null ? "–" : numberText(found, 2, texts.language));
  const row = (name: string, of: (horizon: HorizonReturn) => InAndBack | undefined): string[] => [
    name,
    ...HORIZONS.map((horizon) => {
      const found = of(result.horizons[horizon]);
      return found === undefined ? "–" : ratio(found);
    }),
    "",
  ];
  const names = result.horizons.retirement.parties.map(({ agency }) => agency.name);
  const table = aligned(
    [
      [parties.ratio, ...HORIZONS.map((horizon) => words.horizon[horizon]), ""],
      ...names.map((name) => row(name, ({ parties: found }) => found.find(({ agency }) => agency.name === name))),
      row(parties.publicSector, ({ publicSector }) => publicSector),
      row(parties.parties, ({ total }) => total),
    ],
    1,
  );
  const { payback } = result;
  return [
    words.titles.parties,
    "",
    ...table,
    "",
    caveatText(result.caveats, texts),
    `${parties.payback.month}: ${payback.month === null ? parties.payback.never : String(payback.month)}`,
    texts.terminal.avoided(
      kr(avoided.total.ownSupport, texts),
      kr(avoided.total.withSuccessors, texts),
      words.horizon[avoided.horizon].toLowerCase(),
      kr(avoided.total.plain, texts),
      kr(avoided.total.adjusted, texts),
    ),
    ...(avoided.asReported === null ? [] : [texts.terminal.avoidedAsReported(kr(avoided.asReported.total, texts))]),
    ...(initiatives.length === 0 ? [] : ["", ...initiativesTable(initiatives, result, texts)]),
  ].join("\n");
}

/** The horizons that the tab Parter has per initiative. */
const INITIATIVE_HORIZONS = ["5", "retirement"] as const;

/** Each initiative that the rows tell apart, the whole last. Not masked: this is for whoever keeps the figures, not for the board. */
function initiativesTable(
  initiatives: readonly InitiativeMoneyBack[],
  whole: AgencyReturn,
  texts: Texts,
): readonly string[] {
  const { horizon: names, parties: words } = texts.returnTabs;
  const text = words.initiatives;
  const figures = ({ basis, horizons }: AgencyReturn, isNamed: boolean): string[] => {
    const { back } = horizons.retirement.total;
    const ratios = INITIATIVE_HORIZONS.map((horizon) => horizons[horizon].total.ratio);
    return [
      basis.ready.length === 0 ? "–" : amountText(back, "kr", 0, texts.language),
      ...ratios.map((ratio) =>
        basis.ready.length === 0 || ratio === null || !isNamed ? "–" : numberText(ratio, 2, texts.language),
      ),
    ];
  };
  const row = (name: string, result: AgencyReturn, paid: Decimal | null, isNamed: boolean): string[] => [
    name,
    String(result.basis.ready.length),
    paid === null ? "–" : amountText(paid, "kr", 0, texts.language),
    ...figures(result, isNamed),
    "",
  ];
  const headings = [
    text.back(names.retirement.toLowerCase()),
    ...INITIATIVE_HORIZONS.map((horizon) => `kr/kr ${names[horizon].toLowerCase()}`),
  ];
  return aligned(
    [
      [text.initiative, text.persons, words.in, ...headings, ""],
      ...initiatives.map(({ name, paidFrom, valued, result }) =>
        row(name ?? text.unnamed, result, paidFrom === null ? null : valued.total, name !== null),
      ),
      row(text.all, whole, whole.paidIn.total, true),
    ],
    1,
  );
}

/** What was granted and used, and each stated figure that its own figures contradict. */
export function finalReportText(report: FinalReport, texts: Texts): string | null {
  const words = texts.final.report;
  const lines: string[] = [];
  if (report.total !== null) {
    const { granted, used, unused, share } = report.total;
    const part = share === null ? "" : ` (${percentText(share, 2, texts.language)})`;
    lines.push(
      `${words.granted} ${kr(granted, texts)}, ${words.used.toLowerCase()} ${kr(used, texts)}${part}, ${words.unused.toLowerCase()} ${kr(unused, texts)}`,
    );
  }
  for (const claim of report.claims) if (claim.reconciles === false) lines.push(claimLine(claim, texts));
  return lines.length === 0 ? null : lines.join("\n");
}

function claimLine({ claim, known, stated, computed, shownAs }: CheckedClaim, texts: Texts): string {
  const { knownClaims } = texts.final.report;
  const shown = (value: Decimal | null, decimals: number): string => {
    if (value === null) return "–";
    return shownAs === "percent"
      ? percentText(value, Math.max(0, decimals - 2), texts.language)
      : numberText(value, decimals, texts.language);
  };
  const name = known === null ? claim : knownClaims[known];
  const computedDecimals = shownAs === "percent" ? 4 : stated.decimals;
  return texts.terminal.claim(name, shown(stated.value, stated.decimals), shown(computed, computedDecimals));
}

function kr(amount: Decimal, texts: Texts): string {
  return `${amountText(amount, "kr", rounded(amount, 0).eq(amount) ? 0 : 2, texts.language)} kr`;
}
