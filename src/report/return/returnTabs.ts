// src/report/return/returnTabs.ts: the results on money in and money back → their tabs, in reading order. The one entrance to these tabs.
import { boardPartiesTab } from "../board/boardPartiesTab";
import { assumptionsTab } from "./assumptionsTab";
import { avoidedTab } from "./avoidedTab";
import { contributionsUnderlag } from "./contributionsUnderlag";
import { participantsUnderlag } from "./participantsUnderlag";
import { type ReturnChecks, returnChecks } from "./returnChecks";
import { ReturnFrame, type ReturnReportInput } from "./returnFrame";
import { returnTab } from "./returnTab";
import type { SheetModel, SheetRole } from "../sheetModel";
import type { Texts } from "../../text/texts";

/** The tabs there will be and what they would like to be called, in the order of `buildReturnTabs`. */
export function proposedReturnNames(
  { returnTabs: { names }, board: { names: boardNames } }: Texts,
  board = false,
): readonly { readonly role: SheetRole; readonly name: string }[] {
  return [
    { role: "parter", name: names.parties },
    ...(board ? [{ role: "styrelseparter" as const, name: boardNames.parties }] : []),
    { role: "minskatstod", name: names.avoided },
    { role: "antaganden", name: names.assumptions },
    { role: "underlagparter", name: names.contributionsSource },
    { role: "underlagdeltagare", name: names.participantsSource },
  ];
}

/** The tabs, and what Kontroller compares of them. */
export interface BuiltReturnTabs {
  readonly sheets: readonly SheetModel[];
  readonly checks: ReturnChecks;
}

/** The five tabs. All but the source rows, the chosen assumptions and the months of payback are formulas. */
export function buildReturnTabs(input: ReturnReportInput): BuiltReturnTabs {
  const frame = new ReturnFrame(input);
  const parties = returnTab(frame);
  const avoided = avoidedTab(frame);
  return {
    sheets: [
      parties.sheet,
      ...(input.board === true ? [boardPartiesTab(parties, input.names("styrelseparter"))] : []),
      avoided.sheet,
      assumptionsTab(frame, parties),
      contributionsUnderlag(frame),
      participantsUnderlag(frame),
    ],
    checks: returnChecks(parties, avoided.totals),
  };
}
