// tests/cli/arguments.test.ts: what may be typed, and what is said when it may not.
import { parseCommandLine } from "../../src/cli/arguments";

test("everything has a standard but the workbook", () => {
  expect(parseCommandLine(["analyse", "bok.xlsx"])).toEqual({
    kind: "analyse",
    arguments: {
      inputs: ["bok.xlsx"],
      out: null,
      json: false,
      unit: null,
      sign: null,
      scenario: "som-rapporten",
      target: null,
      seed: 1,
      draws: 10000,
      horizon: "5",
      reportWay: false,
      snapshot: null,
      answers: [],
      dimension: null,
      board: null,
      ownAssumptions: true,
      language: "sv",
    },
  });
});

test("every option is read", () => {
  const words =
    "analyse a.xlsx b.xlsx --out r.xlsx --json --unit tkr --sign positive --scenario bas --target 2,5 --seed 7 --draws 500 --snapshot v1 --own-assumptions reset --answer q1=a --answer q2=b=c --dimension Projekt --board s.xlsx --lang en";
  expect(parseCommandLine(words.split(" "))).toEqual({
    kind: "analyse",
    arguments: {
      inputs: ["a.xlsx", "b.xlsx"],
      out: "r.xlsx",
      json: true,
      unit: "tkr",
      sign: "positive",
      scenario: "bas",
      target: "2.5",
      seed: 7,
      draws: 500,
      horizon: "5",
      reportWay: false,
      snapshot: "v1",
      answers: [
        { id: "q1", value: "a" },
        { id: "q2", value: "b=c" },
      ],
      dimension: "Projekt",
      board: "s.xlsx",
      ownAssumptions: false,
      language: "en",
    },
  });
});

test.each`
  words                                 | kind                      | value
  ${""}                                 | ${"no-command"}           | ${""}
  ${"analys bok.xlsx"}                  | ${"unknown-command"}      | ${"analys"}
  ${"analyse"}                          | ${"no-workbook"}          | ${""}
  ${"analyse b.xlsx --unit kronor"}     | ${"bad-value"}            | ${"kronor"}
  ${"analyse b.xlsx --sign minus"}      | ${"bad-value"}            | ${"minus"}
  ${"analyse b.xlsx --scenario värsta"} | ${"bad-value"}            | ${"värsta"}
  ${"analyse b.xlsx --target 0"}        | ${"bad-value"}            | ${"0"}
  ${"analyse b.xlsx --target -4"}       | ${"bad-option"}           | ${""}
  ${"analyse b.xlsx --seed 4294967296"} | ${"bad-value"}            | ${"4294967296"}
  ${"analyse b.xlsx --draws 0"}         | ${"bad-value"}            | ${"0"}
  ${"analyse b.xlsx --lang no"}         | ${"bad-value"}            | ${"no"}
  ${"analyse b.xlsx --utfil r.xlsx"}    | ${"bad-option"}           | ${""}
  ${"analyse b.xlsx --snapshot v1"}     | ${"snapshot-without-out"} | ${"v1"}
  ${"analyse b.xlsx --board ./b.xlsx"}  | ${"bad-board"}            | ${"./b.xlsx"}
  ${"analyse b.xlsx --board s.pdf"}     | ${"bad-board"}            | ${"s.pdf"}
  ${"analyse b.xlsx --out"}             | ${"bad-option"}           | ${""}
`("'$words' is refused as $kind", ({ words, kind, value }: { words: string; kind: string; value: string }) => {
  const parsed = parseCommandLine(words === "" ? [] : words.split(" "));
  expect(parsed).toMatchObject({ kind: "usage", error: { kind, value } });
});

test("usage errors come in the language asked for", () => {
  expect(parseCommandLine(["analyse", "--lang", "en"])).toMatchObject({ kind: "usage", language: "en" });
  expect(parseCommandLine(["analyse", "--lang=en", "--unit", "x", "b"])).toMatchObject({ language: "en" });
  expect(parseCommandLine(["analyse"])).toMatchObject({ kind: "usage", language: "sv" });
});

test("help needs nothing else", () => {
  expect(parseCommandLine(["--help"])).toEqual({ kind: "help", language: "sv" });
});
