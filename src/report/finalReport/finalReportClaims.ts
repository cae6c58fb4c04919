// src/report/finalReport/finalReportClaims.ts: stated figures against computed ones on the tab Slutrapport, each check as a formula that can be followed.
import type { Hiding } from "../../domain/finalReport/boardGoals";
import { boardReportOf, type HiddenClaim, withoutNumbers } from "../../domain/finalReport/boardReport";
import type { CheckedClaim, ClaimBasis, ClaimFigure } from "../../domain/finalReport/claims";
import { Decimal } from "../../domain/money";
import { amountText, numberText, percentText } from "../../text/format";
import type { FinalReportTexts } from "../../text/finalReport";
import type { Language, Texts } from "../../text/texts";
import { at, exactText, formulaCell, literal, numberCell, textCell, textFormulaCell } from "../cells";
import { hidingWords } from "./finalReportGoals";
import { FINAL, type FinalReportFrame, headings, section } from "./finalReportFrame";
import type { NumberFormat } from "../sheetModel";

/** Decimals more than the stated figure has, so that a difference that rounding would hide is seen. */
const MORE_DECIMALS = 2;

export function claimName({ claim, known }: CheckedClaim, words: FinalReportTexts): string {
  return known === null ? claim : words.knownClaims[known];
}

/** The claim in its words as the board may see it. */
export function boardClaimName(claim: CheckedClaim, hidden: HiddenClaim, { final }: Texts): string {
  const name = claimName(claim, final.report);
  return isHidden(hidden) && claim.known === null ? withoutNumbers(name, final.beforeAfter.hidden) : name;
}

function isHidden({ stated, computed }: HiddenClaim): boolean {
  return stated !== null || computed !== null;
}

/** The stated figure as it was stated, the computed one with more decimals. */
export function claimFormats({ shownAs, stated, computed }: CheckedClaim): {
  readonly stated: NumberFormat;
  readonly computed: NumberFormat;
} {
  const decimals = Math.max(0, shownAs === "percent" ? stated.decimals - 2 : stated.decimals);
  const whole = computed?.isInteger() ?? true;
  const more = shownAs === "percent" || !whole ? decimals + MORE_DECIMALS : decimals;
  const format = (places: number): NumberFormat =>
    shownAs === "percent"
      ? { kind: "percent", decimals: places }
      : shownAs === "amount"
        ? { kind: "amount", unit: "kr", decimals: places }
        : { kind: "number", decimals: places };
  return { stated: format(decimals), computed: format(more) };
}

/** `24 / 136` or `38 + 19 + 49`: what the check rests on. */
export function basisText(basis: ClaimBasis | null, language: Language): string {
  if (basis === null) return "";
  const figure = ({ value, reference }: ClaimFigure): string => {
    const number = numberText(value, Math.min(6, value.decimalPlaces()), language);
    return reference === null ? number : `${number} (${reference.replaceAll("'", "")})`;
  };
  const side = (figures: readonly ClaimFigure[], bracket: boolean): string => {
    const text = figures.map(figure).join(" + ");
    return bracket && figures.length > 1 ? `(${text})` : text;
  };
  return basis.whole === null ? side(basis.parts, false) : `${side(basis.parts, true)} / ${side(basis.whole, true)}`;
}

export function putClaims(frame: FinalReportFrame): void {
  const { draft, item, texts } = frame;
  const { claims } = item.report;
  if (claims.length === 0) return;
  const words = texts.final.report;
  section(frame, words.claimsHeading);
  headings(frame, draft.next, [
    [words.claim, "left"],
    [words.stated, "right"],
    [words.computed, "right"],
    [words.difference, "right"],
    [words.agrees, "left"],
    [words.basis, "left"],
  ]);
  const top = draft.next;
  const hidden = boardReportOf(item.report).claims;
  claims.forEach((claim, at_) => {
    putClaim(frame, claim, hidden[at_]!);
  });
  const area = { top, left: FINAL.share, bottom: draft.last, right: FINAL.share };
  const cell = `$${at(top, FINAL.share)}`;
  draft.mark({ area, formula: `${cell}=${literal(words.yes)}`, look: "good" });
  draft.mark({ area, formula: `${cell}=${literal(words.no)}`, look: "bad" });
  draft.mark({ area, formula: `${cell}=${literal(words.unknown)}`, look: "warn" });
  draft.putText(draft.next, 0, words.claimsNote);
}

function putClaim({ draft, texts }: FinalReportFrame, claim: CheckedClaim, hidden: HiddenClaim): void {
  const words = texts.final.report;
  const row = draft.next;
  const formats = claimFormats(claim);
  const [stated, computed, difference] = [at(row, FINAL.granted), at(row, FINAL.used), at(row, FINAL.unused)];
  const verdict = claim.reconciles === null ? words.unknown : claim.reconciles ? words.yes : words.no;
  // The stated figure is a decimal number and the rounded one a double: they are equal when they differ by less than any digit stated.
  const equal = `ABS(ROUND(${computed},${claim.stated.decimals})-${stated})<${new Decimal(10).pow(-claim.stated.decimals - 3).toString()}`;
  const within = claim.tolerance.gt(0)
    ? `OR(${equal},ABS(${difference})<=${claim.tolerance.toString()}+0.000001)`
    : equal;
  draft.put(row, FINAL.item, textCell(boardClaimName(claim, hidden, texts), "plain", { wrap: true }));
  if (isHidden(hidden)) {
    // Neither what they rest on nor a formula that holds them: only how it came out.
    const shown = (value: Decimal | null, hiding: Hiding | null, format: NumberFormat) =>
      hiding === null ? numberCell(value, format) : textCell(hidingWords(hiding, texts), "plain", { align: "right" });
    draft.putRow(row, FINAL.granted, [
      shown(claim.stated.value, hidden.stated, formats.stated),
      shown(claim.computed, hidden.computed, formats.computed),
      textCell(""),
      textCell(verdict, "plain", { indent: 1 }),
      textCell(""),
    ]);
    return;
  }
  draft.putRow(row, FINAL.granted, [
    numberCell(claim.stated.value, formats.stated),
    formulaCell(basisFormula(hidden.basis, claim.computed), claim.computed, formats.computed),
    formulaCell(`IF(${computed}="","",${stated}-${computed})`, claim.difference, formats.computed),
    textFormulaCell(
      `IF(${computed}="",${literal(words.unknown)},IF(${within},${literal(words.yes)},${literal(words.no)}))`,
      verdict,
      "plain",
      { indent: 1 },
    ),
    textCell(basisText(hidden.basis, texts.language), "plain", { wrap: true, indent: 1 }),
  ]);
}

/** The figures themselves, or the cells they stand in, added and divided; the value where none may be shown. `""` where they give nothing. */
function basisFormula(basis: ClaimBasis | null, computed: Decimal | null): string {
  if (computed === null) return '""';
  if (basis === null) return exactText(computed);
  const side = (figures: readonly ClaimFigure[]): string =>
    `(${figures.map(({ value, reference }) => reference ?? exactText(value)).join("+")})`;
  if (basis.whole === null) return side(basis.parts);
  const whole = side(basis.whole);
  return `IF(${whole}=0,"",${side(basis.parts)}/${whole})`;
}

/** Shown in text: as the tab shows it. */
export function claimFigureText(value: Decimal | null, format: NumberFormat, language: Language): string {
  if (value === null) return "";
  if (format.kind === "percent") return percentText(value, format.decimals, language);
  if (format.kind === "amount") return `${amountText(value, "kr", format.decimals, language)} kr`;
  return numberText(value, format.kind === "number" ? format.decimals : 0, language);
}
