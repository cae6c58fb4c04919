// src/text/templates.ts: the words of the empty tables that people fill in: names of sheets, and a note and an example per column.
import type { Language } from "./language";
import { templatesEn } from "./templates.en";
import { templatesSv } from "./templates.sv";

/** What a column is for, and how its first row could look. `needed`: the table is of no use without it. */
export interface ColumnNote {
  readonly note: string;
  readonly example: string | number;
  readonly needed?: true;
}

export type BudgetColumn = "line" | "period" | "outcome" | "budget";
export type ContributionColumn = "agency" | "year" | "cash" | "ownTime" | "hours" | "hourlyCost" | "share";
export type ParticipantTemplateColumn =
  | "id"
  | "birthYear"
  | "lastMonth"
  | "before"
  | "amountBefore"
  | "after"
  | "amountAfter"
  | "remaining"
  | "then"
  | "amountThen"
  | "usedUnits"
  | "benefitPeriod"
  | "supportLastDay"
  | "after2"
  | "amountAfter2"
  | "afterRule"
  | "household"
  | "municipality"
  | "sex"
  | "pensionAge";

export interface TemplateTexts {
  readonly sheets: {
    readonly guide: string;
    readonly budget: string;
    readonly contributions: string;
    readonly participants: string;
    readonly lists: string;
  };
  readonly file: string;
  readonly guide: {
    readonly title: string;
    readonly lead: readonly string[];
    readonly columns: readonly [column: string, needed: string, note: string, example: string];
    readonly part: (sheet: string) => string;
    readonly example: (value: string) => string;
    readonly needed: string;
    readonly optional: string;
  };
  readonly budgetHeadings: Readonly<Record<BudgetColumn, string>>;
  readonly supports: string;
  readonly parties: string;
  readonly budget: Readonly<Record<BudgetColumn, ColumnNote>>;
  readonly contributions: Readonly<Record<ContributionColumn, ColumnNote>>;
  readonly participants: Readonly<Record<ParticipantTemplateColumn, ColumnNote>>;
}

const TEMPLATES: Readonly<Record<Language, TemplateTexts>> = { sv: templatesSv, en: templatesEn };

export function templateTextsOf(language: Language): TemplateTexts {
  return TEMPLATES[language];
}
