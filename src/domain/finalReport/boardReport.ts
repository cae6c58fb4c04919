// src/domain/finalReport/boardReport.ts: which figures of a final report the board may not see, decided for the goals and the claims together: what one
// of them hides must not follow from the others. Every shower of the report (tab, Word, clipboard) asks here and nowhere else.
import { Decimal, sum } from "../money";
import { type HiddenGoal, hiddenGoals, type Hiding } from "./boardGoals";
import { boardBasis, type CheckedClaim, type ClaimBasis, figures, isSmallGroup } from "./claims";
import { isSmall } from "./disclosure";
import type { FinalReport } from "./finalReport";
import type { GoalResult } from "./goals";
import { numberOf } from "./goals";
import { type Form, isDetermined, lessForm, sumForm } from "./solving";
import { closestShares, simplestShare } from "./wholeShares";

/** What of a claim is hidden; null: it is shown. */
export interface HiddenClaim {
  readonly stated: Hiding | null;
  readonly computed: Hiding | null;
  /** The figures that may stand beside the claim; null: none. */
  readonly basis: ClaimBasis | null;
}

/** The name of a hidden figure may tell it: `Till arbete (3 av 11)`. Numbers are taken out of it, years are not. */
export function withoutNumbers(words: string, mark: string): string {
  return words.replace(/(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d+(?:[.,]\d+)*(?: ?%)?/gu, mark).replace(NUMBER_WORDS, mark);
}

const NUMBER_WORDS =
  /(?<!\p{L})(?:två|tre|fyra|two|three|four|(?:en|ett|one)(?= (?:av|of|deltagare|person|participant)))(?!\p{L})/giu;

export interface BoardReport {
  readonly goals: readonly HiddenGoal[];
  readonly claims: readonly HiddenClaim[];
}

/** `part` of `whole` persons, which a share was worked out from. */
interface Pair {
  readonly part: Decimal;
  readonly whole: Decimal;
}

/** Something that is shown and may be hidden: the equations it gives, and the fewest persons in it. */
interface Item {
  readonly least: Decimal;
  readonly forms: readonly Form[];
  /** Numbers of persons that it tells as figures of their own, not as addends of one. */
  readonly numbers: readonly Decimal[];
  readonly hide: () => void;
}

/**
 * Small groups first (outcomes, bases and claims of 1–4 persons, shares of them, and what leaves 1–4 of a whole). Then, as long as the figures that
 * are left give a hidden one, the smallest of them that keeps it from following, else the smallest of all. The same number of persons is taken for
 * the same persons wherever it stands, and a hidden number for what is left of a shown one after one or two others where it fits.
 */
export function boardReportOf({ goals, claims }: Pick<FinalReport, "goals" | "claims">): BoardReport {
  const counts = countsOf(goals, claims);
  const pairs = claims.map((claim) => pairOf(claim, counts));
  const goalsHidden = hiddenGoals(goals).map((each): HiddenGoal => ({ ...each }));
  const claimsHidden = claims.map((claim, at) => firstHiding(claim, pairs[at] ?? null));
  const { secrets, own } = secretsOf(goals, claims, pairs);
  const items = (): Item[] => [
    ...goals.flatMap((result, at) => goalItems(result, at, goalsHidden, goals)),
    ...claims.flatMap((claim, at) => claimItems(claim, pairs[at] ?? null, at, claimsHidden)),
  ];
  for (;;) {
    const shown = items().sort((a, b) => a.least.cmp(b.least));
    const found = secrets.find((secret) => isDetermined(secret, equationsOf(shown, own)));
    if (found === undefined || shown.length === 0) break;
    const guards = (item: Item): boolean =>
      !isDetermined(
        found,
        equationsOf(
          shown.filter((each) => each !== item),
          own,
        ),
      );
    (shown.find(guards) ?? shown[0]!).hide();
  }
  return { goals: goalsHidden, claims: claimsHidden };
}

const unknown = (persons: Decimal): string => persons.toString();

/** Every number of persons that the report has. */
function countsOf(goals: readonly GoalResult[], claims: readonly CheckedClaim[]): readonly Decimal[] {
  return [
    ...goals.flatMap(({ goal: { persons, actualBase, expectedBase } }) =>
      persons === null ? [] : [persons.count, actualBase, expectedBase, persons.base],
    ),
    ...claims.flatMap(({ persons, shownAs, stated, computed, basis }) =>
      !persons
        ? []
        : [
            ...(shownAs === "number" ? [stated.value, computed] : []),
            ...[...(basis?.parts ?? []), ...(basis?.whole ?? [])].map(({ value }) => value),
          ],
    ),
  ].filter((count): count is Decimal => count !== null && count.isInteger() && count.gt(0));
}

/** The persons behind a claim that is a share of them; null: it is none, or nothing tells. */
function pairOf(claim: CheckedClaim, counts: readonly Decimal[]): Pair | null {
  const { persons, shownAs, basis, computed, stated } = claim;
  if (!persons || shownAs !== "percent") return null;
  if (basis?.whole != null && computed !== null) {
    const part = sum(basis.parts.map(({ value }) => value));
    return { part, whole: sum(basis.whole.map(({ value }) => value)) };
  }
  const exact = computed === null || computed.decimalPlaces() <= 2 ? null : simplestShare(computed);
  if (exact !== null) return exact;
  const found = closestShares(computed ?? stated.value, computed === null ? stated.decimals : 9, counts);
  return found.find(isSmallPair) ?? found[0] ?? null;
}

function isSmallPair({ part, whole }: Pair): boolean {
  return isSmall(part) || isSmall(whole) || isSmall(whole.minus(part));
}

function firstHiding(claim: CheckedClaim, pair: Pair | null): HiddenClaim {
  if (pair !== null && isSmallPair(pair)) return { stated: "derived", computed: "derived", basis: null };
  const few = (value: Decimal | null): Hiding | null => (isSmallGroup(claim, value) ? "few" : null);
  const [stated, computed] = [few(claim.stated.value), few(claim.computed)];
  return { stated, computed, basis: stated !== null || computed !== null ? null : boardBasis(claim) };
}

/**
 * What must not follow from the page: each small group in it, and what is left of a whole where that is one. `own`: those that are figures of their
 * own, not addends of one.
 */
function secretsOf(
  goals: readonly GoalResult[],
  claims: readonly CheckedClaim[],
  pairs: readonly (Pair | null)[],
): { readonly secrets: readonly Form[]; readonly own: readonly Form[] } {
  const secrets: Form[] = [];
  const keep = (count: Decimal | null): void => {
    if (count !== null && isSmall(count)) secrets.push(sumForm([unknown(count)]));
  };
  const keepRest = ({ part, whole }: Pair): void => {
    if (isSmall(whole.minus(part))) secrets.push(lessForm(sumForm([unknown(whole)]), sumForm([unknown(part)])));
  };
  for (const {
    goal: { persons, actualBase },
  } of goals) {
    if (persons === null) continue;
    keep(persons.count);
    keep(actualBase);
    if (persons.base !== null) keepRest({ part: persons.count, whole: persons.base });
  }
  claims.forEach((claim, at) => {
    const pair = pairs[at] ?? null;
    if (pair !== null) {
      keep(pair.part);
      keep(pair.whole);
      keepRest(pair);
    } else if (claim.persons && claim.shownAs === "number") keep(claim.computed);
  });
  const own = [...secrets];
  for (const { persons, basis } of claims)
    if (persons) for (const { value } of [...(basis?.parts ?? []), ...(basis?.whole ?? [])]) keep(value);
  return { secrets, own };
}

/** What the shown items give, and that a secret may be what is left of a shown number after one or two others. */
function equationsOf(shown: readonly Item[], secrets: readonly Form[]): readonly { readonly form: Form }[] {
  const forms = shown.flatMap((item) => item.forms);
  const numbers = [...new Set(shown.flatMap((item) => item.numbers.map(unknown)))].map((name) => new Decimal(name));
  const hidden = [...new Set(secrets.flatMap((form) => (form.size === 1 ? [...form.keys()] : [])))];
  for (const name of hidden) {
    for (const whole of numbers) {
      const left = whole.minus(name);
      numbers.forEach((one, index) => {
        const rest = left.minus(one);
        const parts = rest.isZero() ? [one] : [one, ...numbers.slice(index).filter((two) => two.eq(rest))];
        if (one.eq(whole) || (!rest.isZero() && parts.length < 2)) return;
        forms.push(lessForm(sumForm([name, ...parts.map(unknown)]), sumForm([unknown(whole)])));
      });
    }
  }
  for (const edge of ["1", "4"]) forms.push(...edgeSums(edge, secrets, numbers));
  return forms.map((form) => ({ form }));
}

/** Several that are said to be 1–4 and add up to the least or the most that they can are told by their sum: 8 is 4 and 4. */
function edgeSums(edge: string, secrets: readonly Form[], numbers: readonly Decimal[]): readonly Form[] {
  const most = secrets.filter((form) => form.size === 1 && form.has(edge)).length;
  return Array.from({ length: Math.max(0, most - 1) }, (_, index) => index + 2).flatMap((times) =>
    [...numbers, null].flatMap((beside) =>
      numbers
        .filter((whole) => whole.eq(new Decimal(edge).times(times).plus(beside ?? 0)))
        .map((whole) =>
          lessForm(
            sumForm([...Array.from({ length: times }, () => edge), ...(beside === null ? [] : [unknown(beside)])]),
            sumForm([unknown(whole)]),
          ),
        ),
    ),
  );
}

function ratio({ part, whole }: Pair): Form {
  return lessForm(sumForm([unknown(part)]), sumForm([unknown(whole)]), part.div(whole));
}

/** A share in its lowest terms tells both of its numbers by its digits. */
function isTold({ part, whole }: Pair): boolean {
  const simplest = simplestShare(part.div(whole));
  return simplest?.whole.eq(whole) === true;
}

function goalItems(
  { goal }: GoalResult,
  at: number,
  hidden: HiddenGoal[],
  all: readonly GoalResult[],
): readonly Item[] {
  const { persons, actualBase, share, counted } = goal;
  const own = hidden[at];
  if (persons === null || own === undefined) return [];
  const items: Item[] = [];
  const base = actualBase ?? persons.base;
  if (own.outcome === null) {
    const isShare = (share && counted === undefined) || !numberOf(goal).isInteger();
    items.push({
      least: persons.count,
      forms: isShare
        ? base === null || base.isZero()
          ? []
          : [ratio({ part: persons.count, whole: base })]
        : [sumForm([unknown(numberOf(goal))])],
      numbers: isShare ? [] : [persons.count],
      hide: () => {
        all.forEach((each, other) => {
          if (each.goal.persons !== null && each.goal.name === goal.name)
            hidden[other] = { ...hidden[other]!, outcome: hidden[other]!.outcome ?? "derived" };
        });
      },
    });
  }
  if (own.actualBase === null && actualBase !== null)
    items.push({
      least: actualBase,
      forms: [sumForm([unknown(actualBase)])],
      numbers: [actualBase],
      hide: () => {
        hidden[at] = { ...own, actualBase: "derived" };
      },
    });
  return items;
}

function claimItems(claim: CheckedClaim, pair: Pair | null, at: number, hidden: HiddenClaim[]): readonly Item[] {
  const own = hidden[at];
  if (!claim.persons || own === undefined) return [];
  const items: Item[] = [];
  const hide = (): void => {
    hidden[at] = { stated: own.stated ?? "derived", computed: own.computed ?? "derived", basis: null };
  };
  const said = [own.stated === null ? claim.stated.value : null, own.computed === null ? claim.computed : null];
  const numbers = said.flatMap((value) => (value === null ? [] : [value]));
  if (pair !== null) {
    if (own.computed === null || own.stated === null) {
      const told = isTold(pair) ? [pair.part, pair.whole] : [];
      items.push({
        least: pair.part,
        forms: [ratio(pair), ...told.map((value) => sumForm([unknown(value)]))],
        numbers: told,
        hide,
      });
    }
  } else if (claim.shownAs === "number" && numbers.length > 0)
    items.push({
      least: Decimal.min(...numbers),
      forms: numbers.map((value) => sumForm([unknown(value)])),
      // A stated figure that is not what it is computed from is nobody's number.
      numbers: own.computed === null && claim.computed !== null ? [claim.computed] : numbers,
      hide,
    });
  const sides = own.basis === null ? [] : [own.basis.parts, own.basis.whole ?? []];
  const addends = sides.flatMap((side) => side.map(({ value }) => value));
  if (own.basis !== null && addends.length > 0)
    items.push({
      least: Decimal.min(...addends),
      forms: [
        ...addends.map((value) => sumForm([unknown(value)])),
        ...sides.flatMap((side) =>
          side.length < 2
            ? []
            : [
                lessForm(
                  sumForm(side.map(({ value }) => unknown(value))),
                  sumForm([unknown(sum(side.map(({ value }) => value)))]),
                ),
              ],
        ),
      ],
      numbers: sides.flatMap((side) => (side.length === 1 ? side.map(({ value }) => value) : [])),
      hide: () => {
        hidden[at] = { ...own, basis: withoutAddends(own.basis) };
      },
    });
  return items;
}

/** One sum per side; where it is that already, nothing. */
function withoutAddends(basis: ClaimBasis | null): ClaimBasis | null {
  if (basis === null || (basis.parts.length < 2 && (basis.whole?.length ?? 0) < 2)) return null;
  const one = (side: ClaimBasis["parts"]): ClaimBasis["parts"] =>
    side.length < 2 ? side : figures(sum(side.map(({ value }) => value)));
  return { parts: one(basis.parts), whole: basis.whole === null ? null : one(basis.whole) };
}
