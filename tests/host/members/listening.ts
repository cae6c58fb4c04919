// tests/host/members/listening.ts: the members by which the client says that it listens: `_Register…Event` and `_Unregister…Event`.
import type { ApiSet, Method } from "../classes";
import type { EventKind } from "../happenings";

/** The client's word for each event, within the names of its members. */
const words: Partial<Record<EventKind, string>> = {
  changed: "DataChanged",
  tableChanged: "DataChanged",
  activated: "Activated",
  deactivated: "Deactivated",
  added: "Added",
  tableAdded: "Added",
  chartAdded: "Added",
  deleted: "Deleted",
  tableDeleted: "Deleted",
  chartDeleted: "Deleted",
  selectionChanged: "SelectionChanged",
  tableSelectionChanged: "SelectionChanged",
  calculated: "Calculated",
};

/** Both members for each event, with the set it came in; `target` is the id under which the client waits for it. */
export function listening<T>(
  target: (self: T) => string,
  events: Partial<Record<EventKind, ApiSet>>,
): Readonly<Record<string, Method<T>>> {
  const members: Record<string, Method<T>> = {};
  for (const [event, since] of Object.entries(events) as [EventKind, ApiSet][]) {
    members[`_Register${words[event] ?? event}Event`] = {
      since,
      call: (self, _args, { register }) => {
        register(target(self), event);
      },
    };
    members[`_Unregister${words[event] ?? event}Event`] = {
      since,
      call: (self, _args, { unregister }) => {
        unregister(target(self), event);
      },
    };
  }
  return members;
}
