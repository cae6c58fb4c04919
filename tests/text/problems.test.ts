// tests/text/problems.test.ts: every problem says where, what and what to do, in both languages.
import { problem, severityOf, type ProblemCode, type ProblemParams } from "../../src/domain/problem";
import { Decimal } from "../../src/domain/money";
import { answer, question } from "../../src/domain/question";
import { guideChapterOf } from "../../src/text/guide";
import { problemText, problemWords } from "../../src/text/problems";
import { en } from "../../src/text/en";
import { sv } from "../../src/text/sv";

const openQuestion = question(
  "row-is-sum",
  { sheet: "Blad1", cell: "A9" },
  { row: "Netto" },
  [answer("sum", "as-sum", { row: "Netto" }, new Decimal(416)), answer("line", "as-line", { row: "Netto" }, null)],
  ["Netto"],
);

/** One example of each, so that a new code without words or an example does not compile. */
const examples: { readonly [Code in ProblemCode]: ProblemParams[Code] } = {
  "not-a-workbook": { file: "a.txt" },
  "encrypted-workbook": { file: "a.xlsx" },
  "legacy-xls": { file: "a.xls" },
  "damaged-workbook": { file: "a.xlsx", detail: "xl/workbook.xml" },
  "too-large-workbook": { file: "budget.xlsx", detail: "xl/worksheets/sheet1.xml: cells too far apart" },
  "files-joined": { budget: "plan.xlsx", outcome: "bok.se", lines: 7 },
  "files-differ": { budget: "plan.xlsx", outcome: "bok.se", what: "lines" },
  "ledger-part-used": { plan: "Resan", part: "100 Resan", ledger: "bok.se" },
  "ledger-lines-matched": { pairs: "Lokalkostnader → Lokaler" },
  "ledger-income-left": { sum: "1200.50" },
  "posting-bad-row": { fault: "amount", count: 3 },
  "posting-rows-left": { count: 4 },
  "budget-change-left": { heading: "Tilläggsanslag" },
  "posting-sum-differs": { stated: "460.50", computed: "450.25", count: 2 },
  "ledger-outside-plan": { months: "2025-11, 2025-12", sum: "390.50" },
  "posting-period-followed": { count: 2 },
  "not-a-ledger": { file: "bok.se", what: "web-page" },
  "not-a-table": { file: "bok.csv", what: "uneven", row: 12 },
  "ledger-bad-record": { row: 7, label: "#PSALDO", fault: "amount", count: 2 },
  "ledger-currency": { currency: "EUR" },
  "ledger-empty": {},
  "ledger-no-year": {},
  "ledger-outside-year": { amounts: 2, sum: "10" },
  "ledger-odd-row": { what: "repeated", row: 12, label: "#PBUDGET", count: 2 },
  "ledger-lacks": { type: "4", lacks: "#VER" },
  "ledger-no-dimension": { dimension: "Projekt", known: "1 Kostnadsställe" },
  "ledger-without-budget": {},
  "ledger-two-budgets": { account: "5010", count: 12 },
  "ledger-names-damaged": {},
  "ledger-encoding": { encoding: "UTF-8" },
  "ledger-voucher-unbalanced": { voucher: "A 1", row: 1356, difference: "2", count: 2 },
  "ledger-lone-removal": { count: 1 },
  "ledger-balance": { account: "1930", difference: "-100.5", count: 3 },
  "ledger-sums": { difference: "0.6" },
  "ledger-differs-from-res": { account: "5010", months: "10", stated: "12.5", count: 2, used: "RES" },
  "ledger-placed-by-month": { rows: 624, doubles: 624 },
  "ledger-unmapped": { accounts: "4710 Material", count: 1, sum: "500" },
  "ledger-outside": { accounts: "8811 Periodiseringsfond", count: 1, sum: "-500" },
  "ledger-type-against-number": { accounts: "5010", count: 1 },
  "file-not-readable": { file: "a.xlsx", reason: "ENOENT" },
  "no-recognised-table": { sheets: 2, seen: "Blad1!3: Post · Summa" },
  "personal-identity-number": { count: 3 },
  "identity-number-beside-cells": { where: "comments", count: 2 },
  "no-budget-column": { headings: "Kostnadsslag, Utfall", add: "Budget 2024" },
  "no-outcome-column": { headings: "Kostnadsslag, Budget", add: "Budget 2024" },
  "no-period-with-both": { outcome: "2018", budget: "2019, 2020" },
  "no-line-column": { headings: "Förbrukat, Plan" },
  "empty-table": { headings: "Kostnadsslag · Utfall · Budget", rows: 2 },
  "no-budget-amounts": { initiative: "Steget" },
  "read-as-chosen": { what: "Förbrukat, Plan" },
  "table-ignored": {},
  "table-choice-not-used": { what: "Ekonomi: Post, Förbrukat, Plan" },
  "column-choice-not-used": { what: "Förbrukat" },
  "row-choice-not-used": { what: "Hela insatsen" },
  question: { question: openQuestion },
  "answer-not-used": { id: "q12abc3", value: "sum" },
  "choices-unreadable": {},
  "choices-newer": {},
  "worked-up-unused": { amount: "500", unit: "kr", decimals: 0 },
  "series-break": { line: "Personal", period: "2010", text: "kommunen betalar lönerna" },
  "budget-without-outcome": { line: "Lokal", period: "2023" },
  "outcome-without-budget": { line: "Personal", period: "2022" },
  "period-without-budget": { period: "2025" },
  "columns-of-others": { used: "Kommunen", left: "Koncernen" },
  "part-of-accumulated": { heading: "Utfall mars" },
  "budget-without-period": { headings: "Kostnadsslag · Utfall · Budget", example: "Budget 2024" },
  "unit-undecidable": { units: "kr, tkr" },
  "sign-undecidable": { negative: 4, positive: 5 },
  "duplicate-key": { line: "Lokaler", period: "2024", other: "A7" },
  "overlapping-periods": { first: "2024", second: "2024 jan–juni" },
  "text-in-amount": { text: "se not", heading: "Utfall" },
  "ambiguous-amount": { text: "1.234", heading: "Utfall" },
  "date-in-amount": { heading: "Utfall" },
  "boolean-in-amount": { heading: "Utfall" },
  "error-in-amount": { error: "#SAKNAS!", heading: "Utfall" },
  "not-calculated": { heading: "Utfall 2024" },
  "error-in-key": { error: "#REF!" },
  "year-out-of-range": { text: "20008" },
  "unreadable-period": { text: "våren" },
  "missing-cost-line": {},
  "no-amounts": { line: "Resor" },
  "total-row": { line: "Summa" },
  "subtotal-row": { line: "Delsumma" },
  "deviations-other-basis": { basis: { kind: "part", months: 8, of: 12 } },
  "control-total-differs": {
    measure: "outcome",
    line: "Personal",
    period: "2024",
    stated: "-160000",
    computed: "-150000",
    difference: "-10000",
    unit: "tkr",
    decimals: 0,
  },
  "recount-differs": {
    measure: "outcome",
    line: "Personal",
    period: "2024",
    difference: "-10000",
    places: 3,
    unit: "tkr",
    decimals: 0,
  },
  "unit-stated": { unit: "tkr" },
  "unit-inferred": { unit: "tkr" },
  "unit-assumed": { unit: "kr", looksLike: "tkr" },
  "two-units": { units: "kr, tkr" },
  "sign-inferred": { sign: "negative" },
  "opposite-sign": { line: "Bidrag", amount: "500", unit: "kr", decimals: 0 },
  "income-as-cost": { line: "Statsbidrag" },
  "missing-budget": { line: "Resor", period: "2024" },
  "missing-outcome": { line: "Resor", period: "2024" },
  "no-outcome-amounts": {},
  "budget-shared-out": { period: "2024 jan–aug", source: "2024", months: 8, of: 12 },
  "statutory-split": { total: "700" },
  "statutory-split-without-region": { total: "700" },
  "agreed-split": { total: "700" },
  "claim-differs": { claim: "Andel nöjda", known: null, stated: "12", computed: "11", percent: false },
  "contributions-differ-from-used": { contributions: "500", used: "700" },
  "volume-row": { line: "Årsarbetare" },
  "memo-row": { line: "Årsarbetare" },
  "equity-row": { line: "Årsarbetare" },
  "after-result": { line: "Årsarbetare" },
  "dash-as-zero": { line: "Resor", period: "2024" },
  "hidden-row": { rows: 2 },
  "year-and-date-differ": { rows: 3, year: 2024, period: "2025-01" },
  "sheets-joined": { budget: "Budget 2026", outcome: "Utfall 2026", lines: 4 },
  "lines-on-one-sheet": { lines: "Resor, Utbildning", count: 2, missing: "Budget 2026" },
  "sheets-joined-as-years": { sheets: "2024, 2025" },
  "sheets-overlap": { sheets: "Delår 2025, Bokslut 2025" },
  "sides-differ": { budget: "Budget 2026", outcome: "Utfall 2026", what: "periods" },
  "table-twice": { other: "Ekonomi", workbook: "" },
  "tables-alike": { other: "Ekonomi", workbook: "kopia.xlsx" },
  "hidden-sheet": {},
  "formulas-spoilt": { count: 95, sheets: "Avvikelse, Kontroller" },
  "copied-tabs": { sheets: "Avvikelse (2), Parter mars", count: 2 },
  "lines-differ-in-case": { first: "a", second: "A" },
  "formula-as-text": { text: "=cmd" },
  "date-system-1904": {},
  "period-already-counted": { period: "2024", parts: "2024 kv 1" },
  "unreadable-field": { label: "Insatstid från", text: "snart" },
  "comment-without-line": { line: "Resor", comment: "Kvar" },
  "fields-ignored": { label: "Övrigt" },
  "duplicate-row": { what: "S1", other: "A3:G3" },
  "volumes-of-other-months": { from: "2022-01", costs: "2024-01" },
  "nearly-a-table": { seen: "Part · Antal", kind: "contributions", sv: "Kontant", en: "Cash" },
  "years-contradict": { heading: "Kontant 2023", year: "2024" },
  "money-column-not-used": { heading: "Lokaler (kr)" },
  "missing-column": { headings: "Belopp före", seen: "Deltagare · Belopp" },
  "shares-not-one": { what: "Sjukpenning", sum: "0.9" },
  "snapshot-damaged": {},
  "snapshot-newer": {},
  "own-assumption": { what: "Dödvikt · Valt", before: "0", value: "0.2", unit: "share" },
  "own-assumption-unusable": { what: "Dödvikt · Valt", value: "1.2", unit: "share", reason: "range" },
  "own-assumption-unreadable": { what: "Dödvikt · Valt", content: "cirka en femtedel" },
  "left-over": { what: "Personal · Utfall ack.", content: "kolla" },
  "added-assumption": { what: "Eget antagande" },
  "source-rows-changed": { rows: 2 },
  "unfinished-tab": {},
  "missing-key": { heading: "Deltagare" },
  "missing-amount": { what: "Sjukpenning", heading: "Belopp före" },
  "missing-support": { heading: "Försörjning före" },
  "unknown-support": { text: "Bidrag X", heading: "Försörjning före", known: "Arbete, A-kassa" },
  "support-is-agency": { text: "FK", heading: "Försörjning före", known: "Sjukpenning, Sjukersättning" },
  "unreadable-number": { text: "många", heading: "Utfall" },
  "unreadable-date": { text: "i våras", heading: "Födelsedatum" },
  "not-a-count": { text: "-3", heading: "Före" },
  "negative-amount": { amount: "-100", heading: "Kontant" },
  "zero-amount": { what: "Subventionerad anställning" },
  "amount-looks-yearly": { amount: "94680", heading: "Belopp före" },
  "amount-too-fine": { amount: "100000", heading: "Belopp före (kr/år)" },
  "identity-like-id": {},
  "birth-years-differ": { first: "1966", second: "1967" },
  "implausible-age": { year: "2012", age: 12, month: "2024-01" },
  "implausible-pension-age": { text: "660" },
  "pension-age-unknown": { year: "1935" },
  "no-avoided-months": { month: "2030-01", pension: "2029-05" },
  "used-above-limit": {
    used: "320",
    most: 300,
    unit: "day",
    rule: "A-kassa, 300 dagar",
    heading: "Förbrukat av stödet",
  },
  "used-not-usable": { used: "12.345", heading: "Förbrukat av stödet" },
  "unknown-variant": { text: "301", heading: "Ersättningsperiod", known: "300, 200, 100, 66" },
  "successor-same-support": { text: "A-kassa", heading: "Därefter" },
  "successor-of-both": { text: "Sjukersättning", heading: "Därefter" },
  "successor-basic-or-income": { text: "Aktivitetsstöd", heading: "Därefter" },
  "programme-without-last-day": { rule: "Rehabiliteringspenning", heading: "Stödets sista dag" },
  "unemployment-before-new-law": { month: "2025-08", heading: "Förbrukat av stödet" },
  "rule-expired": {
    rule: "Extratjänst",
    last: "2022-12-31",
    paragraph: "förordning 2018:42",
    heading: "Försörjning efter",
  },
  "age-outside-rule": { rule: "Utvecklingsersättning", age: 31, paragraph: "2 kap. 10 §", heading: "Försörjning före" },
  "support-used-up": { rule: "A-kassa, 300 dagar", heading: "Förbrukat av stödet", last: "", why: "units" },
  "variant-assumed": { support: "Studiestöd", rule: "Studiemedel, eftergymnasial nivå", persons: 2 },
  "used-unknown": { support: "A-kassa", persons: 1 },
  "level-assumed": { support: "A-kassa", persons: 1 },
  "earlier-rule": { rule: "Försörjningsstöd", from: "2025-07-01", persons: 3 },
  "rule-ends": { rule: "Jobbpremie", last: "2028-02-29", persons: 1 },
  "successor-not-stated": { support: "A-kassa", known: "Aktivitetsstöd, inkomstbaserat", persons: 1 },
  "cost-goes-on": { support: "Sjukersättning", persons: 1, amount: "9000" },
  "activity-compensation-ended": { month: "2023-01", thirty: "2015-05" },
  "target-not-positive": { text: "0" },
  "unknown-assumption": { text: "Tur" },
  "years-not-used": { what: "Dödvikt", heading: "År 1" },
  "low-above-high": { what: "Dödvikt", low: "0.5", high: "0.2" },
  "base-outside-range": { what: "Dödvikt", base: "0.9" },
  "share-out-of-range": { what: "Dödvikt", value: "1.2" },
  "rate-too-low": { what: "Kalkylränta", value: "-1" },
  "horizon-out-of-range": { text: "0" },
  "share-against-number": { target: "Målvärde", outcome: "Utfall" },
  "stated-total-differs": { what: "Kontant", stated: "254", computed: "250", difference: "4" },
  "unknown-agency": { text: "Kyrkan" },
  "amounts-per-year": { heading: "Belopp före (kr/år)" },
  "dates-without-format": { heading: "Födelsedatum" },
  "last-month-missing": { persons: 2, heading: "Sista månad" },
  "amount-looks-small": { amount: "7.89" },
  "remaining-above-before": { remaining: "900", before: "789" },
  "then-missing": { persons: 2 },
  "then-not-used": { persons: 1 },
  "household-counted-once": { household: "H1", side: "before", counted: "P2", leftOut: "P1" },
  "municipality-pays-nothing": { municipality: "Ljusdal", persons: 3 },
  "fewer-participants-than-rows": { stated: "5", rows: 11 },
  "hours-without-cost": { what: "Kommunen" },
  "amount-outside-levels": { support: "Sjukersättning", amount: "159", year: 2024, lowest: "200", highest: "900" },
  "assumption-without-source": { what: "Dödvikt" },
  "assumptions-not-used": { rows: 2, scenario: "som-rapporten" },
  "rate-not-nominal": {},
  "uprating-in-fixed-prices": {},
  "claim-without-figures": { claim: "Tre fick arbete", text: "se bilaga" },
  "contributions-without-participants": {},
  "no-usable-participants": {},
  "participants-without-contributions": {},
};
const codes = Object.keys(severityOf) as ProblemCode[];

describe.each([
  ["sv", sv],
  ["en", en],
] as const)("%s", (_, texts) => {
  test.each(codes)("%s", (code) => {
    const found = problem(code, { sheet: "Ekonomi", cell: "C7" }, examples[code]);
    const { what, action } = problemWords(found, texts);
    // Whole sentences with every parameter filled in.
    for (const sentence of [what, action]) expect(sentence).toMatch(/^\S.{8,}[.]$/);
    expect(`${what} ${action}`).not.toMatch(/undefined|null|NaN|\[object|signifikant|significant| {2}/);
    const chapter = guideChapterOf(found);
    const more = chapter === null ? "" : ` ${texts.seeGuide(chapter)}`;
    expect(problemText(found, texts)).toBe(`Ekonomi!C7: ${what} ${action}${more}`);
    // Amounts and measures are worded; the test below reads them.
    if (code === "control-total-differs" || code === "recount-differs") return;
    // Shares as per cent: tests/actions/ownAssumptions.test.ts reads them.
    // What kind of fault it is stands in words.
    if (
      [
        "identity-number-beside-cells",
        "not-a-ledger",
        "not-a-table",
        "posting-bad-row",
        "files-differ",
        "ledger-income-left",
        "ledger-bad-record",
        "ledger-odd-row",
        "sides-differ",
      ].includes(code)
    )
      return;
    if (code === "own-assumption" || code === "own-assumption-unusable") return;
    // The kind is worded, and what it lacks stands in the language's own name.
    if (code === "nearly-a-table") return;
    const shownSomewhere = Object.values(examples[code]).filter(
      (value) => typeof value === "string" && !["negative", "before", "som-rapporten", "day", "units"].includes(value),
    );
    // Decimal strings are shown as people write numbers.
    const shown = `${what} ${action}`;
    const plain = shown.replace(/(\d),(\d)/g, "$1.$2").replaceAll("−", "-");
    for (const value of shownSomewhere) expect([shown, plain].some((text) => text.includes(String(value)))).toBe(true);
  });
});

test.each([
  ["sv", sv, ["utfall, Personal, 2024", "\u2212160", "\u2212150", "\u221210", "tkr"]],
  ["en", en, ["outcome, Personal, 2024", "\u2212160", "\u2212150", "\u221210", "tkr"]],
] as const)("%s: a total that differs is told in the table's unit", (_, texts, parts) => {
  const { what } = problemWords(problem("control-total-differs", null, examples["control-total-differs"]), texts);
  for (const part of parts) expect(what).toContain(part);
});

test("a note is never called an error", () => {
  for (const code of codes.filter((one) => severityOf[one] === "note")) {
    expect(problemWords(problem(code, null, examples[code]), sv).what).not.toMatch(/\bfel\b/i);
  }
});

test.each`
  workbook    | sheet        | cell    | place
  ${null}     | ${"Ekonomi"} | ${"C7"} | ${"Ekonomi!C7: "}
  ${null}     | ${"Ekonomi"} | ${null} | ${"Ekonomi: "}
  ${null}     | ${null}      | ${null} | ${""}
  ${"a.xlsx"} | ${"Ekonomi"} | ${"C7"} | ${"[a.xlsx]Ekonomi!C7: "}
  ${"a.xlsx"} | ${null}      | ${null} | ${"a.xlsx: "}
`("the place of $workbook $sheet $cell", ({ workbook, sheet, cell, place }: Record<string, string | null>) => {
  const found = {
    ...problem("hidden-sheet", null, {}),
    workbook: workbook ?? null,
    sheet: sheet ?? null,
    cell: cell ?? null,
  };
  expect(problemText(found, sv)).toBe(
    `${place ?? ""}Bladet är dolt men är med i beräkningen. Visa bladet och kontrollera att det ska vara med; ta annars bort det.`,
  );
});
