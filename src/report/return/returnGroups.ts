// src/report/return/returnGroups.ts: on Parter: persons, months and gross money back to the parties per group by support after.
// Parter is for the board: groups under 5 persons are hidden, and with them what they could be worked out from.
import { hiddenParts } from "../../domain/finalReport/disclosure";
import { type Decimal, sum, ZERO } from "../../domain/money";
import type { Horizon } from "../../domain/return/agencyReturn";
import { benefitByYear } from "../../domain/return/benefitByYear";
import { flowRowsOf } from "../../domain/return/flowRows";
import type { ReadyParticipant } from "../../domain/return/participant";
import { flowTableOf } from "../../domain/return/supportFlow";
import { at, formulaCell, textCell } from "../cells";
import { participantColumn } from "./participantAmounts";
import { INTEGER, KR, NAME, PARTICIPANT_TABLE, type ReturnFrame } from "./returnFrame";
import { blockOf } from "./returnSections";
import { COLUMN, WIDTH } from "./returnColumns";
import type { ReturnDraft } from "./returnTab";
import type { Cell, NumberFormat } from "../sheetModel";

const COUNT: NumberFormat = { kind: "number", decimals: 0 };

/** Persons with the same support after, by its index in the table of sources. */
export interface ReturnGroup {
  readonly source: number;
  readonly people: readonly ReadyParticipant[];
  readonly hidden: boolean;
}

/** In the order of the rows, as Minskat stöd has them. */
export function groupsOf({ basis }: ReturnFrame): {
  readonly groups: readonly ReturnGroup[];
  readonly totalHidden: boolean;
} {
  const people = new Map<number, ReadyParticipant[]>();
  for (const person of basis.ready) {
    const source = person.spans[0]?.after ?? -1;
    const known = people.get(source);
    if (known === undefined) people.set(source, [person]);
    else known.push(person);
  }
  const hidden = hiddenParts(
    [...people.values()].map(({ length }) => length),
    basis.ready.length,
  );
  const groups = [...people].map(([source, own], index) => ({
    source,
    people: own,
    hidden: hidden.parts[index] ?? true,
  }));
  return { groups, totalHidden: hidden.total };
}

export function putReturnGroups(tab: ReturnDraft): void {
  const { frame, draft } = tab;
  const { groups, totalHidden } = groupsOf(frame);
  if (groups.length === 0) return;
  const text = frame.words.parties;
  draft.put(draft.next + 1, 0, textCell(text.groups, "group", { span: WIDTH, align: "left" }));
  draft.putText(draft.next, 0, text.groupsNote);
  const right = { align: "right", wrap: true } as const;
  draft.putRow(draft.next, 0, [
    textCell(text.group, "heading"),
    ...[text.persons, text.months, text.groupBack].map((heading) => textCell(heading, "heading", right)),
  ]);
  const hidden = (look: "plain" | "total"): Cell[] =>
    [1, 2, 3].map(() => textCell(text.hiddenGroup, look, { align: "right" }));
  // Each group, and the total after them.
  tab.groupRows.push(...[...groups, null].map((_, index) => draft.next + index));
  for (const group of groups)
    draft.putRow(draft.next, 0, [
      textCell(frame.sourceName(group.source)),
      ...(group.hidden ? hidden("plain") : figuresOf(frame, group)),
    ]);
  draft.putRow(draft.next, 0, [
    textCell(text.allGroups, "total"),
    ...(totalHidden ? hidden("total") : totals(tab, groups)),
  ]);
}

function figuresOf(frame: ReturnFrame, { source, people }: ReturnGroup): Cell[] {
  const text = frame.words.participants;
  const own = `${PARTICIPANT_TABLE}[${text.outcomeNumber}],${source + 1}`;
  return [
    ...countCells(frame, own, people),
    formulaCell(backFormula(frame, own, "retirement"), backTo(frame, people), KR),
  ];
}

/** Persons and months of the rows of Underlag deltagare that meet `own`, a column and a number. */
export function countCells({ words }: ReturnFrame, own: string, people: readonly ReadyParticipant[]): Cell[] {
  const { firstRow, months: touched } = words.participants;
  const ofRows = (heading: string): string => `SUMIFS(${PARTICIPANT_TABLE}[${heading}],${own})`;
  const months = people.reduce((all, each) => all + each.months, 0);
  return [formulaCell(ofRows(firstRow), people.length, INTEGER), formulaCell(ofRows(touched), months, COUNT)];
}

/** Gross money back to the cooperating parties from the rows that meet `own`. */
export function backFormula(frame: ReturnFrame, own: string, horizon: Horizon): string {
  const text = frame.words.participants;
  const perShareRow = (of: "old" | "next", key: string): string =>
    `SUMIFS(${participantColumn(frame, of, horizon)},${PARTICIPANT_TABLE}[${key}],${NAME.shareRows},${own})`;
  const effect = `(${perShareRow("old", text.keyBefore)}-${perShareRow("next", text.keyAfter)})`;
  const shares = frame.parties.flatMap(({ cooperating }, party) =>
    cooperating ? [`INDEX(${NAME.shares},0,${party + 1})`] : [],
  );
  return shares.length === 0 ? "0" : `SUMPRODUCT((${shares.join("+")})*${effect})`;
}

/** Until retirement, to the cooperating parties: the engine's own sums over these persons alone. */
function backTo({ basis, flows }: ReturnFrame, people: readonly ReadyParticipant[]): Decimal {
  const { payers, factors, sources, laterOf } = flows;
  const rows = flowRowsOf(people, (name) => payers.municipalityIndex(name));
  const { parties } = benefitByYear(flowTableOf(rows, payers, factors, laterOf), payers, factors, sources, laterOf);
  return sum(
    basis.payers.parties.map(({ cooperating }, party) => (cooperating ? sum(parties[party]?.back ?? []) : ZERO)),
  );
}

/** The whole stands elsewhere on the tab; where groups are hidden the months are not the sum of what is seen. */
function totals(tab: ReturnDraft, groups: readonly ReturnGroup[]): Cell[] {
  const { frame, cells } = tab;
  const text = frame.words.participants;
  const column = (heading: string): string => `SUM(${PARTICIPANT_TABLE}[${heading}])`;
  const months = groups.reduce((all, { people }) => all + people.reduce((sum_, each) => sum_ + each.months, 0), 0);
  return [
    formulaCell(cells.get("included") ?? "0", frame.basis.ready.length, INTEGER, "total"),
    formulaCell(column(text.months), months, COUNT, "total"),
    formulaCell(
      at(blockOf(tab, "retirement").parties, COLUMN.back),
      frame.input.result.horizons.retirement.total.back,
      KR,
      "total",
    ),
  ];
}
