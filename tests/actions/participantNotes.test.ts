// tests/actions/participantNotes.test.ts: what may surprise in rows of participants that are used is said, with its place.
import { analyse } from "../../src/actions/analyse";
import { textsOf } from "../../src/text/languages";
import { problemWords } from "../../src/text/problems";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { workbookOf } from "./written";

type Row = readonly (string | number | null)[];
const _ = null;
const header: Row = [
  ...["Deltagare", "Födelsedatum", "Sista månad med tidigare stöd", "Försörjning före", "Belopp före (kr/mån)"],
  ...[
    "Försörjning efter",
    "Belopp efter (kr/mån)",
    "Kvarvarande stöd",
    "Därefter",
    "Belopp därefter",
    "Hushåll",
    "Kommun",
  ],
];
const paid: readonly Row[] = [
  ["Part", "År", "Kontant (kr)"],
  ["Försäkringskassan", 2022, 100],
  ["Söderhamns kommun", 2022, 50],
  ["Bollnäs kommun", 2022, 50],
];
const work = (id: string, amount: number, more: Row = []): Row => [
  ...[id, "1970-05-14", "2022-03", "Försörjningsstöd", amount, "Arbete", 0],
  ...more,
];
const young = (born: string, followOn: string | null): Row => [
  ...["U1", born, "2022-03", "Aktivitetsersättning", 9000, "Arbete", 0],
  ...[_, followOn, followOn === null ? _ : 8000],
];

async function read(rows: readonly Row[], more: Readonly<Record<string, readonly Row[]>> = {}) {
  const source = await openXlsx(
    await workbookOf({ Satsat: paid, Personer: [header, ...rows], ...more }),
    "bok.xlsx",
  ).read();
  return analyse([source], { unit: null, sign: null });
}

test.each<[string, readonly Row[], string, RegExp]>([
  ["nothing", [work("P1", 7890)], "", /^$/],
  ["an amount in tkr without the word", [work("P1", 7.89)], "amount-looks-small Personer!A2:L2", /7,89 kr i månaden/],
  [
    "more left than there was",
    [work("P1", 7890, [9000])],
    "remaining-above-before Personer!A2:L2",
    /9\D000 kr är större än .* 7\D890/,
  ],
  [
    "activity compensation with nothing after it",
    [young("1998-05-14", _)],
    "then-missing Personer!A2:L2",
    /en deltagare\. Kalkylen slutar vid 30/,
  ],
  [
    "something after what does not end",
    [work("P1", 7890, [_, "Sjukpenning", 5000])],
    "then-not-used Personer!A2:L2",
    /vars stöd före inte tar slut enligt lagen/,
  ],
  [
    "activity compensation of somebody of 36",
    [young("1985-05-14", _)],
    "age-outside-rule Personer!D2 no-usable-participants Satsat!",
    /Aktivitetsersättning i kolumnen .* ges inte vid 36 år/,
  ],
  [
    "activity compensation whose last month is the one before 30",
    [young("1992-04-14", _)],
    "activity-compensation-ended Personer!C2 no-usable-participants Satsat!",
    /upphör vid 30 år, här 2022-04/,
  ],
  [
    "work afterwards, and no last month",
    [work("P1", 7890), ["P2", "1970-05-14", _, "Försörjningsstöd", 7890, "Arbete", 0]],
    "last-month-missing Personer!C3",
    /En deltagare har en annan försörjning efter men ingen Sista månad/,
  ],
  [
    "the same support afterwards, no last month; and one that is said to go on",
    [
      work("P1", 7890),
      ["P2", "1970-05-14", _, "Försörjningsstöd", 7890, "Försörjningsstöd", 7890],
      ["P3", "1970-05-14", "pågår", "Försörjningsstöd", 7890, "Arbete", 0],
    ],
    "",
    /^$/,
  ],
  [
    "one household",
    [work("P1", 7890, [_, _, _, "H1"]), work("P2", 8000, [_, _, _, "H1"])],
    "household-counted-once Personer!A2:L2",
    /Hushåll H1: .*före räknas en gång, hos P2.*inte hos P1/,
  ],
  [
    "a municipality that pays nothing",
    [work("P1", 7890, [_, _, _, _, "Ljusdal"])],
    "municipality-pays-nothing Personer!A2:L2",
    /Ljusdal är inte med bland parterna/,
  ],
  ["one that does", [work("P1", 7890, [_, _, _, _, "Bollnäs"])], "", /^$/],
])("%s", async (_name, rows, expected, message) => {
  const analysis = await read(rows);
  const found = analysis.problems.map(({ code, sheet, cell }) => `${code} ${sheet ?? ""}!${cell ?? ""}`);
  expect(found.join(" ")).toBe(expected);
  expect(analysis.problems.map((each) => problemWords(each, textsOf("sv")).what).join(" ")).toMatch(message);
  expect(analysis.rows.seen).toBe(analysis.rows.used + analysis.rows.setAside);
});

test("fewer participants stated than the table has: all of them are counted, and it is said", async () => {
  const facts = [
    ["Insatsens namn", "X"],
    ["Antal deltagare", 1],
  ];
  const analysis = await read([work("P1", 7890), work("P2", 7890)], { Insats: facts });
  expect(analysis.problems.map(({ code, cell }) => `${code} ${cell ?? ""}`)).toEqual([
    "fewer-participants-than-rows B2",
  ]);
  expect(analysis.workbooks[0]!.moneyBack!.result.coverage).toMatchObject({ included: 2, of: 2 });
});

test("a target of nothing", async () => {
  const kalkyl = [
    ["Antagande", "Bas"],
    ["Mål", 0],
  ];
  const analysis = await read([work("P1", 7890)], { Kalkyl: kalkyl });
  expect(analysis.problems.map(({ code, cell }) => `${code} ${cell ?? ""}`)).toEqual(["target-not-positive B2"]);
});
