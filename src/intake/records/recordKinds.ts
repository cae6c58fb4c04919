// src/intake/records/recordKinds.ts: the registry of tables that hold no budget. A further kind is one file of its own and one line here.
import { ASSUMPTIONS } from "./assumptionRows";
import { BEFORE_AFTER, COUNTS } from "./beforeAfterRows";
import { CLAIMS } from "./claimRows";
import { CONTRIBUTIONS } from "./contributionRows";
import { GOALS } from "./goalRows";
import { PARTICIPANTS } from "./participantRows";
import type { RecordColumn, RecordKind } from "./recordKind";
import { SOURCES } from "./incomeSourceRows";

/** In the order in which a header is taken for one, and in which people choose among them. */
const KINDS = [PARTICIPANTS, CONTRIBUTIONS, ASSUMPTIONS, GOALS, CLAIMS, BEFORE_AFTER, COUNTS, SOURCES] as const;

export type OtherKind = (typeof KINDS)[number]["name"];
type Fields = (typeof KINDS)[number]["none"];
type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Whole) => void
  ? Whole
  : never;

/** What the tables of all kinds hold. */
export type RecordFields = All<Fields>;

export const RECORD_KINDS: readonly RecordKind[] = KINDS;

/** Any of the tables may say which initiative a row is about. */
export const INITIATIVE: RecordColumn = {
  holds: "any",
  sv: ["Insats", "Insatsens namn", "Projekt"],
  en: ["Initiative", "Project"],
};

export function isRecordKind(name: string): name is OtherKind {
  return RECORD_KINDS.some((kind) => kind.name === name);
}

export function kindNamed(name: OtherKind): RecordKind {
  const found = RECORD_KINDS.find((kind) => kind.name === name);
  if (found === undefined) throw new Error(`no kind of table is called ${name}`);
  return found;
}

/** What is there where no table is. */
export const NO_RECORDS = Object.assign({}, ...KINDS.map(({ none }) => none)) as RecordFields;
