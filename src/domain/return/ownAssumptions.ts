// src/domain/return/ownAssumptions.ts: what people changed by hand on Antaganden, laid over a scenario.
// A person's own value goes before the scenario, before an assumption table in the workbook and before the standard.
import {
  type Assumption,
  assumptionFor,
  type AssumptionKind,
  assumptionProblems,
  fixedAssumption,
  type OwnValues,
  type PersistenceForm,
  type Scenario,
  withAssumptions,
} from "./assumptions";
import { lookupKey } from "../lookupKey";
import { Decimal } from "../money";

export type OwnColumn = "low" | "base" | "high" | "chosen";

/** Where a person wrote something, with the row's and the column's words there. */
export interface OwnPlace {
  readonly sheet: string;
  readonly cell: string;
  readonly what: string;
}

export interface OwnValue extends OwnPlace {
  readonly value: Decimal;
}

/** What is no number, as it stands there. */
export interface UnreadableValue extends OwnPlace {
  readonly content: string;
}

export interface OwnAssumption {
  readonly kind: AssumptionKind;
  readonly source: string | null;
  readonly values: Readonly<Partial<Record<OwnColumn, OwnValue>>>;
  /** What the person says of where the values come from. */
  readonly text: string | null;
}

/** Shares by payer, and the two marks (1 or 0), as written for one support. */
export interface OwnPayers {
  readonly source: string;
  readonly shares: readonly { readonly payer: string; readonly share: OwnValue }[];
  readonly freed: OwnValue | null;
  readonly taxed: OwnValue | null;
}

/** Everything that people changed on Antaganden. */
export interface OwnAssumptions {
  readonly assumptions: readonly OwnAssumption[];
  readonly payers: readonly OwnPayers[];
  /** kr back per kr in. */
  readonly target: OwnValue | null;
  /** The form of persistence: see `FORMS`. */
  readonly form: OwnValue | null;
  readonly unreadable: readonly UnreadableValue[];
}

export const noOwnAssumptions: OwnAssumptions = {
  assumptions: [],
  payers: [],
  target: null,
  form: null,
  unreadable: [],
};

/** A value in use; `before` is what would hold without it. */
export interface UsedValue extends OwnValue {
  readonly before: Decimal;
  /** By what it is taken back: see `ownKey`, `payersKey`, `TARGET_KEY`. */
  readonly key: string;
}

/** `order`: not low ≤ chosen ≤ high; `range`: outside what the assumption may be; `sum`: payers that sum to neither 0 nor 1. */
export interface UnusableValue extends OwnValue {
  readonly reason: "order" | "range" | "sum";
}

/** What came of people's values. */
export interface OwnUse {
  readonly used: readonly UsedValue[];
  readonly unusable: readonly UnusableValue[];
}

export const TARGET_KEY = "target";
export const FORM_KEY = "form";
/** How the forms of persistence are numbered on Antaganden, in every language. */
export const FORMS: readonly PersistenceForm[] = ["running", "yearly"];

export function formNumber(form: PersistenceForm): Decimal {
  return new Decimal(1 + FORMS.indexOf(form));
}

/** The scenario with a person's own form of persistence, 1 or 2. */
export function withOwnForm(scenario: Scenario, own: OwnValue | null): OwnUse & { readonly scenario: Scenario } {
  if (own === null) return { scenario, used: [], unusable: [] };
  const form = FORMS.find((each) => formNumber(each).eq(own.value));
  if (form === undefined) return { scenario, used: [], unusable: [{ ...own, reason: "range" }] };
  const used = [{ ...own, before: formNumber(scenario.persistenceForm), key: FORM_KEY }];
  return { scenario: { ...scenario, persistenceForm: form }, used, unusable: [] };
}

export function ownKey(kind: AssumptionKind, source: string | null): string {
  return `${kind}:${lookupKey(source ?? "")}`;
}

export function payersKey(source: string): string {
  return `payers:${lookupKey(source)}`;
}

/** Without what the user takes back; `all`: everything. */
export function withoutTakenBack(own: OwnAssumptions, keys: readonly string[] | "all"): OwnAssumptions {
  if (keys === "all") return noOwnAssumptions;
  const stays = (key: string): boolean => !keys.includes(key);
  return {
    ...own,
    assumptions: own.assumptions.filter(({ kind, source }) => stays(ownKey(kind, source))),
    payers: own.payers.filter(({ source }) => stays(payersKey(source))),
    target: stays(TARGET_KEY) ? own.target : null,
    form: stays(FORM_KEY) ? own.form : null,
  };
}

/**
 * The scenario with people's own values. Valt is what is computed with; it goes before an own Bas. Where the assumption was certain
 * (low = base = high), an own value is certain too, until Lågt or Högt is written as well.
 */
export function withOwnAssumptions(
  scenario: Scenario,
  own: readonly OwnAssumption[],
): OwnUse & { readonly scenario: Scenario } {
  const used: UsedValue[] = [];
  const unusable: UnusableValue[] = [];
  const changed = own.flatMap((each): readonly Assumption[] => {
    const { kind, source } = each;
    const before = assumptionFor(scenario, kind, source) ?? fixedAssumption(kind);
    const after = laidOver(before, each);
    const values = Object.entries(each.values) as [OwnColumn, OwnValue][];
    const [fault] = assumptionProblems({ ...scenario, assumptions: [after] });
    if (fault === undefined) {
      const beforeIn = { low: before.low, base: before.base, high: before.high, chosen: before.base };
      used.push(
        ...values.map(([column, value]) => ({ ...value, before: beforeIn[column], key: ownKey(kind, source) })),
      );
      return [after];
    }
    const reason = fault.code === "low-above-high" || fault.code === "base-outside-range" ? "order" : "range";
    unusable.push(...values.map(([, value]) => ({ ...value, reason }) as const));
    return [];
  });
  return { scenario: withAssumptions(scenario, changed), used, unusable };
}

function laidOver(before: Assumption, { source, values, text }: OwnAssumption): Assumption {
  const base = values.chosen?.value ?? values.base?.value ?? before.base;
  const certain = before.low.eq(before.base) && before.high.eq(before.base);
  const plain = certain ? { low: base, base, high: base } : { low: before.low, base: before.base, high: before.high };
  const isValued = Object.keys(values).length > 0;
  const own: OwnValues = {
    low: values.low?.value ?? null,
    base: values.base?.value ?? null,
    high: values.high?.value ?? null,
    chosen: values.chosen?.value ?? null,
    text,
    plain: { ...plain, chosen: values.base?.value ?? before.base, text: before.provenance.text },
    hadRow: before.source !== null || source === null,
  };
  return {
    kind: before.kind,
    source,
    low: own.low ?? plain.low,
    base,
    high: own.high ?? plain.high,
    series: isValued ? null : before.series,
    provenance: isValued
      ? { text, validFrom: null, fetched: null, certainty: "own" }
      : { ...before.provenance, text: text ?? before.provenance.text },
    own,
  };
}
