// tests/damage/damage.test.ts: a part of `npm run damage` for every run of the tests: no figure of a damaged sheet or file is wrong in silence.
import { damagedFile, damagedSheets, fileTurns, SHEET_KINDS } from "./drawn";
import { FILE_KINDS } from "./fileKinds";

test("there are so many kinds of damage, each by its own name", () => {
  for (const [kinds, least] of [
    [SHEET_KINDS, 120],
    [FILE_KINDS, 40],
  ] as const) {
    expect(kinds.length).toBeGreaterThanOrEqual(least);
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
  }
});

test("damaged sheets are read rightly, or what is wrong is named", async () => {
  const wrong = (await damagedSheets(20_261_201, 200)).filter(
    ({ verdict }) => verdict !== "right" && verdict !== "named",
  );
  expect(wrong.map(({ kind, number, layout, why }) => [kind.name, number, layout, ...why])).toEqual([]);
});

test("damaged files are read rightly, or what is wrong is named", async () => {
  for (const { number, kind } of fileTurns(20_261_201, FILE_KINDS.length)) {
    const found = await damagedFile(number, FILE_KINDS[kind]!);
    if (found === null) continue;
    expect([
      found.kind.name,
      number,
      found.layout,
      found.verdict,
      ...(found.verdict === "silent" ? found.why : []),
    ]).toEqual([found.kind.name, number, found.layout, found.verdict === "right" ? "right" : "named"]);
  }
});
