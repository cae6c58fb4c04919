// tests/domain/question.test.ts: a question has the same name in every run, and is open until one of its own answers is given.
import { Decimal } from "../../src/domain/money";
import { answer, Asking, question } from "../../src/domain/question";
import { choicesText, readChoices } from "../../src/intake/corrections/choicesText";

const answers = [
  answer("sum", "as-sum", { row: "Netto" }, new Decimal(416)),
  answer("line", "as-line", { row: "Netto" }, new Decimal(796)),
];
const asked = question("row-is-sum", { sheet: "Drift 2024", cell: "A9" }, { row: "Netto" }, answers, ["Netto"]);

test("the name comes from sheet and content, not from where the row stands or how it is spaced", () => {
  const moved = question("row-is-sum", { sheet: "Drift  2024", cell: "A12" }, { row: "Netto" }, answers, [" netto"]);
  expect(moved.id).toBe(asked.id);
  expect(asked.id).toMatch(/^q[0-9a-z]{7}$/u);
  const others = ["Nett", "Netto 2", "ottteN", ""].map(
    (row) => question("row-is-sum", { sheet: "Drift 2024" }, { row }, answers, [row]).id,
  );
  expect(new Set([asked.id, ...others]).size).toBe(5);
});

test("ten thousand questions have ten thousand names", () => {
  const ids = Array.from(
    { length: 10_000 },
    (_, at) => question("row-is-sum", { sheet: "a" }, { row: "" }, answers, [`Rad ${at}`]).id,
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("a question is open until it has one of its own answers; the last answer holds, an empty one takes it back", () => {
  const given = (...values: string[]): Asking =>
    new Asking(values.map((value) => ({ id: asked.id, value, date: "2026-12-01" })));
  const none = given();
  expect([none.ask(asked), none.ask(asked), none.open.length, none.answered.length]).toEqual([null, null, 1, 0]);
  const wrong = given("both");
  expect([wrong.ask(asked), wrong.open.length, wrong.unused.length]).toEqual([null, 1, 1]);
  const last = given("sum", "line");
  expect([last.ask(asked), last.open.length, last.unused.length]).toEqual(["line", 0, 0]);
  expect(last.answered).toEqual([{ question: asked, answer: answers[1], date: "2026-12-01" }]);
  expect(given("sum", "").ask(asked)).toBeNull();
});

test("answers are kept with the choices, and what is none of ours is not used", () => {
  const given = [{ id: asked.id, value: "sum", date: "2026-12-01" }];
  const text = choicesText([], given);
  expect(readChoices(text)).toEqual({ corrections: [], answers: given, wrong: null });
  expect(readChoices(text.replace(asked.id, "../x"))).toEqual({ corrections: [], answers: [], wrong: "unreadable" });
  expect(readChoices(text.replace("2026-12-01", "i går"))).toEqual({
    corrections: [],
    answers: [],
    wrong: "unreadable",
  });
});
