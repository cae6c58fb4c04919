// src/actions/userEdits.ts: what people wrote in tabs of ours, brought into the tabs of the next run: in place, or at the end of the tab.
import { type FinalText, finalTextKey, readFinalTextKey } from "../domain/roundTrip/finalText";
import { isHeadKey } from "../domain/roundTrip/headText";
import type { OrphanedEdit } from "../domain/roundTrip/orphanedEdit";
import { problem, type Problem } from "../domain/problem";
import { factsOf, isOfKind } from "../domain/tabKind";
import type { OwnPlace, OwnUse, OwnValue, UnreadableValue } from "../domain/return/ownAssumptions";
import { distinctOrphanedEdits, type UserEdits, userEditsOf } from "../intake/roundTrip/userEdits";
import { withOrphanedEdits } from "../report/orphanedEdits";
import { withFingerprints } from "../report/rowFingerprints";
import type { SheetModel } from "../report/sheetModel";
import { onDemand, wholeSheet } from "../report/sheetOnDemand";
import type { Texts } from "../text/texts";

/** Of a workbook without tabs of ours. */
export const noUserEdits: UserEdits = userEditsOf([]);

/** What a run says of people's writing: own values used, values that cannot be, and what stands where each run writes. */
export function userEditProblems(writing: UserEdits, own: OwnUse | null): readonly Problem[] {
  const at = ({ sheet, cell }: OwnPlace) => ({ sheet, cell });
  // A target is a ratio, a form a number; everything else on the tab is a share or a rate.
  const unit = ({ cell }: OwnValue) =>
    [writing.assumptions.target, writing.assumptions.form].some((each) => each?.cell === cell)
      ? ("ratio" as const)
      : ("share" as const);
  const text = ({ value }: OwnValue): string => value.toString();
  return [
    ...(own?.used ?? []).map((used) =>
      problem("own-assumption", at(used), {
        what: used.what,
        before: used.before.toString(),
        value: text(used),
        unit: unit(used),
      }),
    ),
    ...(own?.unusable ?? []).map((value) =>
      problem("own-assumption-unusable", at(value), {
        what: value.what,
        value: text(value),
        unit: unit(value),
        reason: value.reason,
      }),
    ),
    ...writing.assumptions.unreadable.map(({ what, content, ...place }) =>
      problem("own-assumption-unreadable", at({ what, ...place }), { what, content }),
    ),
    ...(writing.spoilt.length === 0
      ? []
      : [
          problem("formulas-spoilt", null, {
            count: writing.spoilt.reduce((sum, { formulas }) => sum + formulas, 0),
            sheets: writing.spoilt.map(({ sheet }) => sheet).join(", "),
          }),
        ]),
    ...writing.unfinished.map((sheet) => problem("unfinished-tab", { sheet }, {})),
    ...writing.written
      .filter(({ reason }) => reason !== "assumption" && reason !== "source")
      .map(({ what, content, sheet, cell }) =>
        problem("left-over", { sheet, cell }, { what, content: String(content) }),
      ),
    ...byPlace(writing.written, "assumption", ({ cell }) => cell.replace(/^[A-Z]+/u, "")).map(
      ([{ sheet, cell, content }]) => problem("added-assumption", { sheet, cell }, { what: String(content) }),
    ),
    ...byPlace(writing.written, "source", () => "").map(([{ sheet, cell }, ...others]) =>
      problem("source-rows-changed", { sheet, cell }, { rows: 1 + others.length }),
    ),
  ];
}

/** What was left over for this reason, per tab and place in it, in order. */
function byPlace(
  all: readonly OrphanedEdit[],
  reason: OrphanedEdit["reason"],
  place: (left: OrphanedEdit) => string,
): readonly (readonly [OrphanedEdit, ...OrphanedEdit[]])[] {
  const groups = new Map<string, [OrphanedEdit, ...OrphanedEdit[]]>();
  for (const left of all) {
    if (left.reason !== reason) continue;
    const key = `${left.sheet}\n${place(left)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [left]);
    else group.push(left);
  }
  return [...groups.values()];
}

/** Texts of the one report there is belong to it whatever it is called now; of several, each to its initiative. */
export function finalTextsFor({ finalTexts }: UserEdits, name: string, alone: boolean): readonly FinalText[] {
  const initiatives = new Set(finalTexts.map(({ initiative }) => initiative));
  if (!alone || initiatives.size !== 1) return finalTexts;
  return finalTexts.map((text) => ({ ...text, initiative: name }));
}

/**
 * The tabs as they are written: what has no place in them stands at the end of its tab, or on Kontroller where that tab is a table or is no longer
 * written; and each row bears its fingerprint, by which the next run sees what was changed.
 */
export function withUserEdits(
  tabs: readonly SheetModel[],
  writing: UserEdits,
  own: OwnUse | null,
  texts: Texts,
): readonly SheetModel[] {
  const byRole = new Map<string, OrphanedEdit[]>();
  const ends = new Set(
    tabs.filter(({ role }) => factsOf(role)?.orphanedEdits === "at its end").map(({ role }) => role as string),
  );
  for (const left of orphanedEditsIn(tabs, writing, own)) {
    const role = ends.has(left.role) ? left.role : "kontroller";
    byRole.set(role, [...(byRole.get(role) ?? []), left]);
  }
  return tabs.map((tab) =>
    factsOf(tab.role)?.runs === "kept"
      ? tab
      : onDemand(tab, function* () {
          const sheet = yield* wholeSheet(tab);
          yield;
          return yield* withFingerprints(withOrphanedEdits(sheet, byRole.get(tab.role) ?? [], texts));
        }),
  );
}

function orphanedEditsIn(tabs: readonly SheetModel[], writing: UserEdits, own: OwnUse | null): readonly OrphanedEdit[] {
  const alone = tabs.filter(({ role }) => isOfKind(role, "slutrapport")).length === 1;
  const [only, ...others] = new Set(writing.finalTexts.map(({ initiative }) => initiative));
  const found = (key: string): string => (alone && only !== undefined && others.length === 0 ? unnamed(key) : key);
  // Where nothing is kept in place nothing is looked for, and no tab is made for it.
  const there = new Set(writing.inPlace.size === 0 ? [] : tabs.flatMap(keysOf).map(found));
  const unusable: readonly (OwnValue | UnreadableValue)[] = [
    ...(own?.unusable ?? []),
    ...writing.assumptions.unreadable,
  ];
  const refused = new Set(unusable.map(({ sheet, cell }) => `${sheet}!${cell}`));
  const lost = [...writing.inPlace].flatMap(([key, left]): OrphanedEdit[] => {
    if (refused.has(`${left.sheet}!${left.cell}`)) return [{ ...left, reason: "unusable" }];
    const isHead = isHeadKey(key);
    return isHead || there.has(found(key)) ? [] : [left];
  });
  return distinctOrphanedEdits([...writing.earlier, ...writing.written, ...lost]);
}

function keysOf({ rows }: SheetModel): string[] {
  return rows.flatMap((row) => row.flatMap((cell) => cell?.key ?? []));
}

/** The key without the initiative that a report bears in it: see `finalTextsFor`. */
function unnamed(key: string): string {
  const text = readFinalTextKey(key);
  return text === null ? key : finalTextKey({ ...text, initiative: "" });
}
