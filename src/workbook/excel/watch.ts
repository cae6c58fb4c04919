// src/workbook/excel/watch.ts: tells when people change their own sheets. One registration for the whole workbook; a burst of events
// (a large paste, a fill) is told once, after one round trip that says which sheets are whose. Our own tabs are never told of.
import { type Burst, burstOf } from "./burst";
import { hostErrorOf, inExcel, officeCode } from "./hostErrors";
import { rolesBySheet } from "./ownedTabs";

/** What a cell may hold, as Excel tells it. */
export type CellScalar = string | number | boolean;

/** Cells that were changed by a person; `address` null: so many places of the sheet that they are only counted. */
export interface ChangedCells {
  readonly kind: "cells";
  readonly sheet: string;
  readonly address: string | null;
  /** How many times cells were changed there. */
  readonly times: number;
  /** Whether rows, columns or cells were inserted or deleted, which moves others. */
  readonly moved: boolean;
  /** What a single cell held, before the first change and after the last; null: not told. */
  readonly before: CellScalar | null;
  readonly after: CellScalar | null;
}

/** A sheet of the user's that came or went. */
export interface ChangedSheet {
  readonly kind: "added" | "deleted";
  readonly sheet: string;
}

export type SourceChange = ChangedCells | ChangedSheet;

/** Stops telling. Safe to call when Excel is gone. */
export type Stop = () => Promise<void>;

const quiet = 600;
const longest = 5_000;
/** A cell is being edited: asked again when that may be over. */
const askAgain = 1_500;
/** Places of one sheet that are told one by one. */
const mostPlaces = 100;

/** What is known until the burst is over; sheets by id, for a deleted one has no name left. */
interface Waiting {
  readonly cells: Map<string, Map<string, Omit<ChangedCells, "sheet">>>;
  readonly sheets: Map<string, "added" | "deleted">;
}

interface Sheets {
  readonly names: Map<string, string>;
  readonly owned: Set<string>;
}

/** One round trip to begin, one per burst. Throws HostError where Excel does not take the registration. */
export async function watchSource(onChange: (changes: readonly SourceChange[]) => void): Promise<Stop> {
  const waiting: Waiting = { cells: new Map(), sheets: new Map() };
  const known: Sheets = { names: new Map(), owned: new Set() };
  const burst = burstOf(() => tell(waiting, known, onChange, burst), quiet, longest);
  return inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const asked = askSheets(context);
    const heard = (note: (event: { readonly worksheetId: string }) => void) => (event: { worksheetId: string }) => {
      note(event);
      burst.more();
      return Promise.resolve();
    };
    const handlers = [
      worksheets.onChanged.add((event) =>
        heard(() => {
          noteCells(waiting, event);
        })(event),
      ),
      worksheets.onAdded.add(heard(({ worksheetId }) => waiting.sheets.set(worksheetId, "added"))),
      worksheets.onDeleted.add(heard(({ worksheetId }) => waiting.sheets.set(worksheetId, "deleted"))),
    ];
    await context.sync();
    learn(known, asked);
    return () => {
      burst.stop();
      return removed(handlers);
    };
  });
}

/** Takes handlers away. A pane whose Excel is gone has nothing to take away. */
export async function removed(handlers: readonly { context: unknown; remove(): void }[]): Promise<void> {
  const [first] = handlers;
  if (first === undefined) return;
  try {
    await Excel.run(first.context as Excel.RequestContext, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  } catch (error) {
    if (officeCode(error) === null) throw hostErrorOf(error);
  }
}

function noteCells({ cells }: Waiting, event: Excel.WorksheetChangedEventArgs): void {
  // Known since ExcelApi 1.14: what the add-in itself does needs no telling, also on a sheet that is not ours yet.
  if (event.triggerSource === "ThisLocalAddin") return;
  const places = cells.get(event.worksheetId) ?? new Map<string, Omit<ChangedCells, "sheet">>();
  cells.set(event.worksheetId, places);
  const moved = event.changeType !== "RangeEdited";
  const details = moved ? undefined : (event.details as Excel.ChangedEventDetail | undefined);
  const before = places.get(event.address);
  places.set(event.address, {
    kind: "cells",
    address: event.address,
    times: (before?.times ?? 0) + 1,
    moved: moved || before?.moved === true,
    before: before === undefined ? scalar(details?.valueBefore) : before.before,
    after: scalar(details?.valueAfter),
  });
}

function scalar(value: unknown): CellScalar | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

async function tell(
  waiting: Waiting,
  known: Sheets,
  onChange: (changes: readonly SourceChange[]) => void,
  burst: Burst,
): Promise<void> {
  if (waiting.cells.size + waiting.sheets.size === 0) return;
  try {
    await inExcel(async (context) => {
      const asked = askSheets(context);
      await context.sync();
      learn(known, asked);
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "cell-edit-mode") {
      setTimeout(burst.more, askAgain);
      return;
    }
    // What is known already has to do: a change must not go untold because a name is not to be had.
  }
  const changes = changesIn(waiting, known);
  waiting.cells.clear();
  waiting.sheets.clear();
  if (changes.length > 0) onChange(changes);
}

interface Asked {
  readonly sheets: Excel.WorksheetCollection;
  readonly names: Excel.NamedItemCollection;
}

function askSheets({ workbook }: Excel.RequestContext): Asked {
  return {
    sheets: workbook.worksheets.load("items/id,items/name"),
    names: workbook.names.load("items/name,items/formula"),
  };
}

/** Names of sheets that are gone stay known, and whether they were ours. */
function learn({ names, owned }: Sheets, asked: Asked): void {
  const roles = rolesBySheet(asked.names.items);
  for (const { id, name } of asked.sheets.items) {
    names.set(id, name);
    if (roles.has(name)) owned.add(id);
    else owned.delete(id);
  }
}

function changesIn({ cells, sheets }: Waiting, { names, owned }: Sheets): readonly SourceChange[] {
  const theirs = (id: string): string[] => (owned.has(id) ? [] : [names.get(id) ?? ""].filter((name) => name !== ""));
  const inSheets = [...sheets].flatMap(([id, kind]) => theirs(id).map((sheet): SourceChange => ({ kind, sheet })));
  const inCells = [...cells].flatMap(([id, places]) =>
    sheets.get(id) === "deleted" ? [] : theirs(id).flatMap((sheet) => placesIn(sheet, [...places.values()])),
  );
  return [...inSheets, ...inCells];
}

function placesIn(sheet: string, places: readonly Omit<ChangedCells, "sheet">[]): readonly ChangedCells[] {
  if (places.length <= mostPlaces) return places.map((place) => ({ ...place, sheet }));
  const times = places.reduce((sum, place) => sum + place.times, 0);
  const moved = places.some((place) => place.moved);
  return [{ kind: "cells", sheet, address: null, times, moved, before: null, after: null }];
}
