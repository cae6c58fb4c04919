// tests/host/eventQueue.ts: who listens, and what they are to be told: gathered while something is done, sent in one message afterwards.
// Free of Node.
import type { ApiSet } from "./classes";
import { type EventKind, type Happening, type Notice, eventTypes, noticesOf } from "./happenings";
import type { Place } from "./sheetModel";
import type { WorkbookData } from "./workbookModel";

const eventCategory = 65_536;
/** Events whose range can still be asked for. */
const placesKept = 1_000;

export class EventQueue {
  /** `context.runtime.enableEvents`: false, and the add-in is told of nothing. */
  enableEvents = true;
  /** Whether what happens now is the add-in's own doing. */
  own = true;
  /** How many events were sent. */
  sent = 0;
  private readonly listeners = new Map<string, number>();
  private readonly selectionWatchers = new Set<() => void>();
  private readonly places = new Map<string, Place>();
  private waiting: Notice[] = [];
  private selectionMoved = false;
  private nextPlace = 1;

  constructor(
    workbook: WorkbookData,
    apiSet: ApiSet,
    private readonly post: (text: string) => void,
  ) {
    workbook.tell = (happening) => {
      this.noteSelection(happening);
      if (!this.enableEvents || this.listeners.size === 0) return;
      const origin = { own: this.own, apiSet, keep: (place: Place) => this.keep(place) };
      this.waiting.push(...noticesOf(happening, workbook, origin));
    };
  }

  register(targetId: string, event: EventKind): void {
    const key = `${targetId} ${eventTypes[event]}`;
    this.listeners.set(key, (this.listeners.get(key) ?? 0) + 1);
  }

  unregister(targetId: string, event: EventKind): void {
    const key = `${targetId} ${eventTypes[event]}`;
    const left = (this.listeners.get(key) ?? 0) - 1;
    if (left > 0) this.listeners.set(key, left);
    else this.listeners.delete(key);
  }

  /** Whether anybody listens under that id (a sheet's, a table's or "Workbook"). */
  listensTo(targetId: string, event: EventKind): boolean {
    return this.listeners.has(`${targetId} ${eventTypes[event]}`);
  }

  /** Nobody listens any more: the pane is closed. */
  forget(): void {
    this.listeners.clear();
    this.selectionWatchers.clear();
  }

  placeOf(referenceId: string): Place | null {
    return this.places.get(referenceId) ?? null;
  }

  /**
   * The document's own selection event, behind `workbook.onSelectionChanged`: it comes by another way than the rest
   * (`Office.context.document`). Answers how to stop it.
   */
  watchSelection(told: () => void): () => void {
    this.selectionWatchers.add(told);
    return () => this.selectionWatchers.delete(told);
  }

  /** Sends what waits, as one message; one entry per target that listens. */
  send(): void {
    const entries = this.waiting.flatMap(({ event, targets, message }) =>
      targets
        .filter((target) => this.listensTo(target, event))
        .map((target) => [eventCategory, eventTypes[event], target, JSON.stringify(message), ++this.sent]),
    );
    this.waiting = [];
    if (entries.length > 0) this.post(JSON.stringify({ type: 3, message: { entries } }));
    if (this.selectionMoved) for (const told of this.selectionWatchers) told();
    this.selectionMoved = false;
  }

  private noteSelection({ kind }: Happening): void {
    if (kind === "selectionChanged" || kind === "activated") this.selectionMoved = true;
  }

  private keep(place: Place): string {
    const id = `event-${this.nextPlace++}`;
    this.places.set(id, place);
    const oldest = this.places.keys().next().value;
    if (this.places.size > placesKept && oldest !== undefined) this.places.delete(oldest);
    return id;
  }
}
