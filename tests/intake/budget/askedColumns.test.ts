// Columns that can be read in several ways are asked about; the answer gives the figures that it promised.
import { answersGiven, readAnswered, type Rows } from "./answered";

const _ = null;

describe("a year whose outcome stands under a heading that nobody understands", () => {
  const rows = (heading: string | null): Rows => [
    ["Kostnadsslag", "Utfall 2023", "Budget 2023", heading, "Budget 2024"],
    ["Personal", -1000, -1100, -1250, -1200],
    ["Lokaler", -300, -250, -310, -260],
  ];
  test.each(["Utfal 2024", "Ut\nfall 2024", "Verkl 2024 X", _])("%s", (heading) => {
    const { intake, ask } = readAnswered(rows(heading));
    expect(intake.tables).toEqual([]);
    expect(ask).toEqual([{ code: "column-means", cell: "D1", answers: ["outcome -50", "not-used 50"] }]);
    const outcome = answersGiven(rows(heading), ["outcome"]);
    expect(outcome.totals).toEqual(["-50"]);
    expect(outcome.periods).toEqual([["2023", "2024"]]);
    const without = answersGiven(rows(heading), ["not-used"]);
    expect(without.totals).toEqual(["50"]);
    expect(without.periods).toEqual([["2023"]]);
  });

  test("under labels", () => {
    const { ask } = readAnswered([
      [_, 2023, _, 2024, _],
      ["Kostnadsslag", "Utfall", "Budget", "Utfal", "Budget"],
      ["Personal", -1000, -1100, -1250, -1200],
      ["Lokaler", -300, -250, -310, -260],
    ]);
    expect(ask).toEqual([{ code: "column-means", cell: "D2", answers: ["outcome -50", "not-used 50"] }]);
  });

  test("the only year", () => {
    const { ask } = readAnswered([
      ["Kostnadsslag", "Utfal 2024", "Budget 2024"],
      ["Personal", -1250, -1200],
      ["Lokaler", -310, -260],
    ]);
    expect(ask).toEqual([{ code: "column-means", cell: "B1", answers: ["outcome -100", "not-used null"] }]);
  });

  test("a further column where nothing is missing is nobody's question", () => {
    const { ask, totals } = readAnswered([
      ["Kostnadsslag", "Utfall 2023", "Budget 2023", "Timmar", "Utfall 2024", "Budget 2024"],
      ["Personal", -1000, -1100, 40, -1250, -1200],
      ["Lokaler", -300, -250, 7, -310, -260],
    ]);
    expect(ask).toEqual([]);
    expect(totals).toEqual(["-50"]);
  });
});

describe("two organisations side by side", () => {
  const heads: Rows = [
    [_, "Kommunen", _, "Koncernen", _],
    ["Verksamhet", "Utfall 2024", "Budget 2024", "Utfall 2024", "Budget 2024"],
  ];
  const rows: Rows = [...heads, ["Kultur", -1250, -1200, -2250, -2300], ["Skola", -310, -260, -810, -840]];
  test("both complete: asked", () => {
    const { ask } = readAnswered(rows);
    expect(ask).toEqual([{ code: "which-columns", cell: "A2:E2", answers: ["columns-1 -100", "columns-2 80"] }]);
    expect(answersGiven(rows, ["columns-1"]).totals).toEqual(["-100"]);
    expect(answersGiven(rows, ["columns-2"]).totals).toEqual(["80"]);
  });

  test("one without budget: the other is taken, and that is said", () => {
    const { ask, totals, intake } = readAnswered([
      [_, "Kommunen", _, "Sammanställd redovisning", _],
      ["Verksamhet", "Bokslut\n2024", "Budget\n2024", "Bokslut\n2023", "Bokslut\n2024"],
      ["Kultur", -1250, -1200, -2250, -2300],
      ["Skola", -310, -260, -810, -840],
    ]);
    expect(ask).toEqual([]);
    expect(totals).toEqual(["-100"]);
    expect(intake.problems.find(({ code }) => code === "columns-of-others")?.params).toEqual({
      used: "Kommunen",
      left: "Sammanställd redovisning",
    });
  });
});

test("no year with both is said with the years", () => {
  const { intake } = readAnswered([
    ["mnkr", "Not", "Bokslut\n2018", "Budget\n2019", "Budget\n2020", "Plan\n2021"],
    ["Verksamhetens intäkter", 1, 264.2, 194, 262.6, 272],
    ["Verksamhetens kostnader", 2, -1269.2, -1217.9, -1329.8, -1381.3],
  ]);
  expect(intake.tables).toEqual([]);
  expect(intake.problems.map(({ code, params }) => [code, params])).toEqual([
    ["no-period-with-both", { outcome: "2018", budget: "2019, 2020" }],
  ]);
});
