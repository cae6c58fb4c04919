// tests/recalculate/pageBreaks.test.ts: the published case as LibreOffice prints it: no table of Parter is cut off from its heading.
import { caseBytes, written } from "../actions/written";
import { printed } from "./libreOffice";
import { pagesOf } from "./pdf";

jest.setTimeout(300_000);

test("every page of Parter begins with a section's heading, and the table per year stands whole under its own", async () => {
  const { sheets, bytes } = await written(caseBytes("resan.xlsx"));
  const parter = sheets.find(({ role }) => role === "parter")!;
  const sections = parter.rows.flatMap((row) =>
    row[0]?.style.look === "group" && row[0].content?.kind === "text" ? [row[0].content.text] : [],
  );
  const pages = (await pagesOf(await printed(bytes)))
    .filter(({ text }) => text.includes("Parter: pengar in och pengar tillbaka"))
    .map((page) => ({
      ...page,
      lines: page.text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    }));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.every(({ a4, landscape }) => a4 && landscape)).toBe(true);
  for (const { lines } of pages.slice(1)) {
    const title = lines.indexOf("Parter: pengar in och pengar tillbaka");
    expect(sections).toContain(lines[title + 1]);
  }
  const yearly = pages.find(({ lines }) => lines.includes("Per år: tillbaka"))!;
  const years = yearly.lines.flatMap((line) => /^(\d{1,2}) {5,}/u.exec(line)?.[1] ?? []);
  expect(years).toEqual(Array.from({ length: 23 }, (_, at) => String(at + 1)));
});
