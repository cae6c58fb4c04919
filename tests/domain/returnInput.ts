// tests/domain/returnInput.ts: short ways to write participants, contributions and scenarios in tests.
import type { ReturnInput } from "../../src/domain/return/agencyReturn";
import { asReported, fixedAssumption, withAssumptions } from "../../src/domain/return/assumptions";
import type { Assumption, AssumptionKind, Scenario } from "../../src/domain/return/assumptions";
import type { Contribution } from "../../src/domain/return/contribution";
import { Decimal } from "../../src/domain/money";
import type { Participant } from "../../src/domain/return/participant";
import { BENEFITS } from "../../src/reference/benefits/benefits";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";
import { PENSION_AGES } from "../../src/reference/pensionAges";

export const dec = (value: number | string): Decimal => new Decimal(value);

export interface Person extends Partial<
  Omit<Participant, "before" | "after" | "after2" | "followOn" | "remaining" | "birth">
> {
  readonly born?: readonly [year: number, month: number | null];
  readonly before?: readonly [source: string, amount: number | string];
  readonly after?: readonly [source: string, amount: number | string] | null;
  readonly after2?: readonly [source: string, amount: number | string] | null;
  readonly followOn?: readonly [source: string, amount: number | string] | null;
  readonly remaining?: number | string | null;
}

/** From income support, 10 000 a month, to work; born June 1980; last month December 2023. */
export function person({
  born = [1980, 6],
  before = ["Försörjningsstöd", 10_000],
  after = ["Arbete", 0],
  after2 = null,
  followOn = null,
  remaining = null,
  ...rest
}: Person = {}): Participant {
  return {
    id: "P1",
    lastMonth: 2023 * 12 + 11,
    household: null,
    municipality: null,
    pensionAge: null,
    droppedOut: false,
    usedUnits: null,
    benefitPeriod: null,
    supportLastDay: null,
    afterRule: null,
    ...rest,
    birth: { year: born[0], month: born[1] },
    before: { source: before[0], amount: dec(before[1]) },
    after: after === null ? null : { source: after[0], amount: dec(after[1]) },
    after2: after2 === null ? null : { source: after2[0], amount: dec(after2[1]) },
    followOn: followOn === null ? null : { source: followOn[0], amount: dec(followOn[1]) },
    remaining: remaining === null ? null : dec(remaining),
  };
}

export function paid(agency: string, cash: number | string, year: number | null = 2023): Contribution {
  return { agency, year, cash: dec(cash), ownTime: null, hours: null, hourlyCost: null };
}

export function certain(kind: AssumptionKind, value: number | string, source: string | null = null): Assumption {
  return fixedAssumption(kind, dec(value), source);
}

export function range(
  kind: AssumptionKind,
  low: number | string,
  base: number | string,
  high: number | string,
  source: string | null = null,
): Assumption {
  return { ...certain(kind, base, source), low: dec(low), high: dec(high) };
}

export function assuming(...assumptions: readonly Assumption[]): Scenario {
  return withAssumptions(asReported(2024), assumptions);
}

export function input(changes: Partial<ReturnInput>): ReturnInput {
  return {
    participants: [person()],
    contributions: [paid("Försäkringskassan", 500_000), paid("Kommunen", 250_000), paid("Regionen", 250_000)],
    sources: INCOME_SOURCES,
    pensionAges: PENSION_AGES,
    benefits: BENEFITS,
    scenario: asReported(2024),
    target: dec(4),
    projectStart: null,
    participantsInAll: null,
    ...changes,
  };
}
