// tests/pane/state.test.ts: what the pane shows follows from what has happened, and from nothing else.
import { failureOf } from "../../src/pane/run/failures";
import { asRead, initialState, nextState, type Event, type Run, type State } from "../../src/pane/run/state";
import { HostError } from "../../src/workbook/workbook";

const run = (name: string): Run => ({
  source: {
    name,
    workbook: { name, date1904: false, grids: [] },
    settleNames: (proposed) => Promise.resolve(proposed),
    keepChoices: () => Promise.resolve(),
    deliver: () => Promise.reject(new Error("not in this test")),
  },
  options: asRead,
  analysis: {
    results: [],
    workbooks: [],
    rows: { seen: 0, used: 0, setAside: 0 },
    setAside: [],
    problems: [],
    leftOut: [],
    questions: [],
    answered: [],
    readings: [],
    used: [],
    ledgers: [],
    refused: true,
  },
  tabs: [],
  documents: [],
});
const delivery = { kind: "tabs", notes: [], names: ["Avvikelse"] } as const;
const failure = { kind: "only-one" } as const;

function after(...events: readonly Event[]): State {
  return events.reduce(nextState, initialState);
}

test("a failure keeps the run that is shown, and ends the work", () => {
  const first = run("a.xlsx");
  expect(after({ kind: "run", run: first }, { kind: "stage", stage: "write" }, { kind: "failed", failure })).toEqual({
    ...initialState,
    run: first,
    failure,
  });
});

test("new work takes the old failure away", () => {
  expect(after({ kind: "failed", failure }, { kind: "stage", stage: "open" }).failure).toBeNull();
});

test("a new run forgets what the old one delivered", () => {
  const second = run("b.xlsx");
  const state = after(
    { kind: "run", run: run("a.xlsx") },
    { kind: "delivered", delivery },
    { kind: "run", run: second },
  );
  expect(state).toEqual({ ...initialState, run: second });
});

test("a saved report ends the work and leaves the delivery; a new run forgets it", () => {
  const saved = { kind: "report-saved", name: "a – ekonomi.docx" } as const;
  const events = [{ kind: "run", run: run("a.xlsx") }, { kind: "delivered", delivery }, saved] as const;
  expect(after(...events, { kind: "stage", stage: "write" }, saved)).toMatchObject({
    stage: null,
    delivery,
    savedReport: "a – ekonomi.docx",
  });
  expect(after(...events, { kind: "run", run: run("b.xlsx") }).savedReport).toBeNull();
});

test("work that is given up leaves everything as it was, and says so until the next begins", () => {
  const first = run("a.xlsx");
  const before = after({ kind: "run", run: first }, { kind: "delivered", delivery });
  const given = [
    { kind: "stage", stage: "read" },
    { kind: "progress", done: 3, of: 5 },
    { kind: "cancelled" },
  ] as const;
  const cancelled = given.reduce(nextState, before);
  expect(cancelled).toEqual({ ...before, cancelled: true });
  expect(nextState(cancelled, { kind: "stage", stage: "write" }).cancelled).toBe(false);
});

test("one part of one is no progress to show", () => {
  expect(after({ kind: "stage", stage: "read" }, { kind: "progress", done: 0, of: 1 }).progress).toBeNull();
  expect(after({ kind: "stage", stage: "read" }, { kind: "progress", done: 1, of: 4 }).progress).toEqual({
    done: 1,
    of: 4,
  });
});

test("changes in the sheets stand until they are read again; computing anew does not make them read", () => {
  const first = run("a.xlsx");
  const changes = [{ kind: "deleted", sheet: "Ekonomi" }] as const;
  const changed = after({ kind: "run", run: first }, { kind: "changed", changes });
  expect(changed.changes).toEqual(changes);
  expect(nextState(changed, { kind: "run", run: { ...first, options: { unit: "tkr", sign: null } } }).changes).toEqual(
    changes,
  );
  expect(nextState(changed, { kind: "run", run: run("a.xlsx") }).changes).toEqual([]);
});

test("a restart leaves nothing behind", () => {
  expect(after({ kind: "run", run: run("a.xlsx") }, { kind: "delivered", delivery }, { kind: "restart" })).toEqual(
    initialState,
  );
});

test.each`
  what                    | reason                                             | kind
  ${"a refusal"}          | ${new HostError("sheet-protected", "Avvikelse")}   | ${"host"}
  ${"an unknown refusal"} | ${new HostError("unexpected", "GeneralException")} | ${"host"}
  ${"a bug"}              | ${new TypeError("x is undefined")}                 | ${"bug"}
  ${"a thrown text"}      | ${"oops"}                                          | ${"bug"}
`("$what becomes a failure of kind $kind", ({ reason, kind }: { reason: unknown; kind: string }) => {
  expect(failureOf(reason, "a.xlsx").kind).toBe(kind);
});
