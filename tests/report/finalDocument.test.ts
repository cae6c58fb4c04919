// tests/report/finalDocument.test.ts: the economy section as a document, and as HTML and plain text for the clipboard.
import { Decimal } from "../../src/domain/money";
import type { DocumentModel } from "../../src/report/finalReport/documentModel";
import { htmlOf } from "../../src/report/finalReport/documentHtml";
import { plainTextOf } from "../../src/report/finalReport/documentText";
import { finalDocumentOf } from "../../src/report/finalReport/finalReportText";
import { en } from "../../src/text/en";
import { sv } from "../../src/text/sv";
import { factsWith, husamradetItem, publishedClaims, reportItem, resanItem } from "./finalFixtures";

const of = (item: typeof resanItem, texts = sv): DocumentModel =>
  finalDocumentOf({ item, drawnUpBy: null, today: "2026-11-22", texts });
const words = (model: DocumentModel): string => plainTextOf(model).replaceAll("\u00a0", " ");

test("RESAN in a sentence, a table and the answer that applies", () => {
  const text = words(of(resanItem));
  expect(text).toContain(
    "Insatsen beviljades 2 458 000 kr och har utnyttjat 2 064 312 kr, 83,98 % av beviljade medel. 393 688 kr är inte utnyttjat.",
  );
  expect(text).toContain("Totalt\t2 458 000\t2 064 312\t393 688\t83,98 %");
  expect(text).toContain("[x] Nej, en del av de beviljade medlen är inte utnyttjade");
  expect(text).toContain("Uppgiven andel utnyttjat\t97 %\t83,98 %\tNej");
});

test("Husamrådet: the two lines that explain it, and that they may be one cost", () => {
  const text = words(of(husamradetItem));
  expect(text).toContain(
    "Skillnaden förklaras främst av Personalkostnader (2 635 tkr lägre än beviljat) och Köp av verksamhet / Konsulter (1 419 tkr högre än beviljat).",
  );
  expect(text).toContain("Det kan vara samma kostnad");
  expect(text).toContain("Personalkostnader\t6 124\t3 489\t2 635\t56,97 %");
  expect(text).toContain("Övriga kostnader\t0\t159\t−159\t\n");
  expect(text).toContain("Avslut 2010–2012\t225\t136\t60,4 %\tDelvis nått");
  expect(text).toContain("15\t30\t75\t50,0 %\t20,0 %");
});

test("in English", () => {
  expect(words(of(resanItem, en))).toContain(
    "The initiative was granted 2,458,000 kr and has used 2,064,312 kr, 83.98% of the granted funds. 393,688 kr has not been used.",
  );
});

test.each([
  ["all", 100, 100, "har utnyttjat hela beloppet"],
  ["none", 100, 0, "Inget av beloppet är utnyttjat"],
  ["exceeded", 100, 140, "Det är 40 kr mer än beviljat"],
  ["exceeded without a grant", 0, 40, "beviljades 0 kr och har använt 40 kr. Det är 40 kr mer än beviljat"],
])("%s", (_, granted, used, said) => {
  const item = reportItem("X", null, factsWith({ granted: new Decimal(granted), used: new Decimal(used) }), [], []);
  expect(words(of(item))).toContain(said);
});

test("nothing known: it says so", () => {
  expect(words(of(reportItem("X", null, null, [], [])))).toContain("Uppgift om beviljade och utnyttjade medel saknas.");
});

test("claims about 1–4 persons are not printed with their figures", () => {
  const text = words(of(reportItem("Umeå", null, null, [], publishedClaims["umea-supported-employment.json"]!)));
  expect(text).toContain("Klienter i arbete\tfärre än 5\tfärre än 5\tNej");
  expect(text).toContain("Avslutade klienter\t19\t18\tNej");
});

const hostile: DocumentModel = {
  language: "sv-SE",
  title: "<script>alert(1)</script>",
  blocks: [
    { kind: "heading", level: 2, text: '"><img src=x onerror=alert(1)>' },
    { kind: "paragraph", look: "plain", text: "a & b\nc" },
    { kind: "choices", choices: [{ text: "<b>ja</b>", chosen: false }] },
    {
      kind: "table",
      table: {
        caption: '" onclick="x',
        columns: [{ heading: "<th>", align: "left" }],
        rows: [{ cells: ["</td><td>\tx\ny"], total: true }],
      },
    },
  ],
};

test("HTML: every text is escaped, and nothing but the tags of a document is there", () => {
  const html = htmlOf(hostile);
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)/giu)].map((match) => match[1]!.toLowerCase());
  expect([...new Set(tags)].sort()).toEqual([
    "br",
    "div",
    "h1",
    "h3",
    "p",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
  ]);
  expect(html.match(/<td/gu)).toHaveLength(1);
  expect(html).not.toMatch(/" onclick="x/u);
  expect(html).toContain("a &amp; b<br>c");
  expect(htmlOf(of(resanItem))).toContain('<th scope="col"');
});

test("plain text: a cell stays one cell", () => {
  const rows = plainTextOf(hostile).trimEnd().split("\n");
  expect(rows.at(-1)).toBe("</td><td> x y");
});
