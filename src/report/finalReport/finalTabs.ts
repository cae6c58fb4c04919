// src/report/finalReport/finalTabs.ts: Känslighet, Slutrapport and Före och efter, in reading order. The one entrance to these tabs.
import { monthText } from "../../domain/period";
import type { Texts } from "../../text/texts";
import { type BeforeAfterInput, beforeAfterTab } from "./beforeAfterTab";
import type { FinalReportItem } from "./finalReportFrame";
import { finalReportTab } from "./finalReportTab";
import type { SensitivityInput } from "../return/sensitivityFrame";
import { sensitivityTab } from "../return/sensitivityTab";
import type { SheetModel, SheetRole } from "../sheetModel";
import type { HeadFacts } from "../tabHead";

export interface FinalTabsInput {
  /** Null: no return was computed. */
  readonly sensitivity: SensitivityInput | null;
  /** One per initiative, roles `slutrapport`, `slutrapport:2`, …; none: no tab. */
  readonly reports: readonly FinalReportItem[];
  /** Null: no counts were given. */
  readonly beforeAfter: BeforeAfterInput | null;
  /** Of Känslighet and Före och efter: the initiative, and the period as text. */
  readonly initiative: string;
  readonly period: string;
  readonly drawnUpBy: string | null;
  readonly version?: string | null;
  /** ISO date. */
  readonly today: string;
  readonly names: (role: SheetRole) => string;
  readonly texts: Texts;
}

/** The tabs there will be and what they would like to be called, in the order of `buildFinalTabs`. Not yet made unique or cut to 31 characters. */
export function proposedFinalNames(
  input: Omit<FinalTabsInput, "names">,
): readonly { readonly role: SheetRole; readonly name: string }[] {
  const { names } = input.texts.final;
  const several = input.reports.length > 1;
  return [
    ...(input.sensitivity === null ? [] : [{ role: "kanslighet" as const, name: names.sensitivity }]),
    ...input.reports.map(({ role, name }) => ({
      role,
      name: several ? `${names.finalReport} ${name}` : names.finalReport,
    })),
    ...(input.beforeAfter === null ? [] : [{ role: "foreefter" as const, name: names.beforeAfter }]),
  ];
}

export function buildFinalTabs(input: FinalTabsInput): readonly SheetModel[] {
  const { sensitivity, reports, beforeAfter, names, texts } = input;
  const { initiative, period, drawnUpBy, version = null, today } = input;
  const head: HeadFacts = { initiative, period, unit: "", drawnUpBy, version, today };
  return [
    ...(sensitivity === null ? [] : [sensitivityTab(sensitivity, head, names("kanslighet"), texts)]),
    ...reports.map((item) =>
      finalReportTab(
        item,
        {
          ...head,
          initiative: item.name,
          period: item.period === null ? "" : `${monthText(item.period.from)} – ${monthText(item.period.to)}`,
        },
        names(item.role),
        texts,
      ),
    ),
    ...(beforeAfter === null ? [] : [beforeAfterTab(beforeAfter, head, names("foreefter"), texts)]),
  ];
}
