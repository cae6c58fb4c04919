import { analyse } from "../../../src/actions/analyse";
import { openFile } from "../../../src/workbook/file/fileKinds";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const rows = ["Kostnadsslag;Budget 2024;Utfall 2024", "Löner;1.200.000,00;1 100 000,50", "Lokaler;300 000;310.500"];

async function total(bytes: Uint8Array, name = "tabell.csv"): Promise<string | undefined> {
  const source = await (await openFile(bytes, name)).read();
  return analyse([source], { unit: null, sign: null }).results[0]?.followUp.total.amount.toString();
}

test.each([
  ["semicolons, UTF-8", utf8(rows.join("\r\n"))],
  ["with a mark of the encoding", utf8(`\uFEFF${rows.join("\r\n")}`)],
  ["Windows-1252", latin(rows.join("\r\n"))],
  ["tabs", utf8(rows.join("\n").replaceAll(";", "\t"))],
  ["quoted, with commas", utf8(rows.map((row) => `"${row.replaceAll(";", '","')}"`).join("\n"))],
  ["Excel's own first row", utf8(`sep=;\r\n${rows.join("\r\n")}`)],
  ["UTF-16", Uint8Array.from(Buffer.from(`\uFEFF${rows.join("\n")}`, "utf16le"))],
])("a text file is read to the öre: %s", async (_, bytes) => {
  // 1 500 000 − (1 100 000,50 + 310 500)
  expect(await total(bytes)).toBe("89499.5");
});

test("cells stand on the rows of the file, after empty rows too", async () => {
  const source = await (await openFile(utf8(`Uppföljning\n\n${rows.join("\n")}`), "a.csv")).read();
  expect(source.grids[0]?.values[3]?.slice(0, 2)).toEqual(["Löner", 1200000]);
});

test.each([
  ["<!DOCTYPE html><html></html>", "web-page"],
  [" \r\n ", "empty"],
  ["Bara en text\nutan kolumner", "no-columns"],
  ["Konto,Namn,Belopp\n5010,Hyra,1234,50\n", "row 2"],
  ["Kostnadsslag,Budget 2024,Utfall 2024\nLöner,100,90\nHyra,50,49,5\n", "row 3"],
])("what is no table is refused with its reason: %j", async (text, detail) => {
  await expect(openFile(utf8(text), "a.csv")).rejects.toMatchObject({ code: "not-a-table", detail });
});

test("an amount that may be read in two ways is never guessed", async () => {
  const source = await (
    await openFile(utf8("Kostnadsslag;Budget 2024;Utfall 2024\nLöner;1.234;2.345\n"), "a.csv")
  ).read();
  const { results, problems } = analyse([source], { unit: null, sign: null });
  expect(results).toEqual([]);
  expect(problems.map(({ code }) => code)).toContain("ambiguous-amount");
});

test("a workbook is a workbook whatever it is called", async () => {
  await expect(
    openFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "a.csv"),
  ).rejects.toMatchObject({
    code: "legacy-xls",
  });
});
