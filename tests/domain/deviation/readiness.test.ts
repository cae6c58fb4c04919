// tests/domain/deviation/readiness.test.ts: ready for the board means a cause and an action for each material deviation, and nothing else.
import type { Remarks } from "../../../src/domain/deviation/remarks";
import { readinessOf } from "../../../src/domain/deviation/readiness";
import { followUp, month, tableOf } from "../../report/fixtures";

/** Personal +300 000 of 1 000 000 and Resor −150 000 of 100 000 are material; Lokaler −5 000 is not. */
const follow = followUp(
  tableOf(
    [month(2024, 1, 12)],
    [
      ["Personal", 0, 700_000, 1_000_000],
      ["Lokaler", 0, 105_000, 100_000],
      ["Resor", 0, 250_000, 100_000],
    ],
  ),
);

function kept(rows: Readonly<Record<string, readonly [cause: string, action: string]>>): Remarks {
  return {
    role: "avvikelse",
    initiative: null,
    limits: null,
    rows: Object.entries(rows).map(([line, [cause, action]]) => ({ line, cause, action, responsible: "", done: "" })),
  };
}

test.each<[string, Remarks | null, readonly string[]]>([
  ["nothing written yet", null, ["Personal: cause action", "Resor: cause action"]],
  ["both texts on both lines", kept({ Personal: ["a", "b"], Resor: ["c", "d"] }), []],
  ["a line that is not material needs none", kept({ Personal: ["a", "b"], Resor: ["c", "d"], Lokaler: ["", ""] }), []],
  ["an action without a cause", kept({ Personal: ["", "b"], Resor: ["c", "d"] }), ["Personal: cause"]],
  ["a cause without an action", kept({ Personal: ["a", "b"], Resor: ["c", ""] }), ["Resor: action"]],
  [
    "white space is no text",
    kept({ Personal: [" \n", "b"], Resor: ["c", "\t"] }),
    ["Personal: cause", "Resor: action"],
  ],
  ["a text on another line", kept({ Lokaler: ["a", "b"] }), ["Personal: cause action", "Resor: cause action"]],
])("%s", (_, written, expected) => {
  const { marked, missing } = readinessOf(follow, written);
  expect(marked).toBe(2);
  expect(
    missing.map(({ costLine, cause, action }) => `${costLine}:${cause ? " cause" : ""}${action ? " action" : ""}`),
  ).toEqual(expected);
});

test("points at the line in the table", () => {
  expect(readinessOf(follow, null).missing.map(({ line }) => line)).toEqual([0, 2]);
});
