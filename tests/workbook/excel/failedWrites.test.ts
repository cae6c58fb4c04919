// tests/workbook/excel/failedWrites.test.ts: Excel refuses in the middle of writing, at every member that writing uses: afterwards the
// workbook is as it was, or what is half done is said tab by tab; what people wrote is never lost; and the next write makes it whole.
import { textsOf } from "../../../src/text/languages";
import { ExcelWorkbook } from "../../../src/workbook/excel/excelWorkbook";
import { HostError, type WriteNote } from "../../../src/workbook/workbook";
import type { ExcelHost } from "../../host/excelHost";
import { hostFromGrids } from "../../host/hostFromGrids";
import { connectClient } from "../../host/loadClient";
import { avvikelse, underlag } from "./tabs";

const lines = ["Personalkostnader", "Köp av verksamhet", "Lokalkostnader"];
const comment = "Sjukskrivning i mars";
const source = {
  sheet: "Ekonomi",
  values: [
    ["Kostnadsslag", "Utfall"],
    ["Personal", -724],
  ],
};

function opened(): { host: ExcelHost; workbook: ExcelWorkbook } {
  const host = hostFromGrids([source]);
  connectClient(host);
  return { host, workbook: new ExcelWorkbook() };
}

async function withComment(): Promise<{ host: ExcelHost; workbook: ExcelWorkbook }> {
  const { host, workbook } = opened();
  await workbook.write([underlag(lines), avvikelse(lines), avvikelse(lines, "Avvikelse Norr", "avvikelse:2")]);
  host.type("Avvikelse", "E5", comment);
  return { host, workbook };
}

/** A second run in which a line and a tab are gone. */
const second = [underlag(lines.slice(0, 2)), avvikelse(lines.slice(0, 2))];

/** Every cell's content, by sheet. */
function contents({ workbook }: ExcelHost): Record<string, unknown> {
  return Object.fromEntries(
    workbook.sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.cells.forEachStored({ top: 0, left: 0, bottom: 60, right: 30 }, (cell, row, column) => {
        const content = cell.formula ?? cell.value;
        if (content !== null) cells[`${row},${column}`] = content;
      });
      return [sheet.name, cells];
    }),
  );
}

/** Writing's own members: what it uses beyond reading. */
async function membersOfWriting(): Promise<readonly string[]> {
  const { host, workbook } = await withComment();
  const before = new Set(["Workbook.Worksheets", "Worksheets.Items"]);
  host.usedMembers.clear();
  await workbook.write(second);
  return [...host.usedMembers].filter((member) => !before.has(member)).sort();
}

test("a refusal at any member leaves the workbook as it was, or says tab by tab what is half done; the next write makes it whole", async () => {
  const members = await membersOfWriting();
  expect(members.length).toBeGreaterThan(60);
  const whole = await withComment();
  await whole.workbook.write(second);
  const expected = contents(whole.host);
  const fates = { same: 0, half: 0, looks: 0, unharmed: 0 };
  for (const member of members) {
    const { host, workbook } = await withComment();
    const before = contents(host);
    host.refuse(member, "GeneralException");
    const notes: WriteNote[] = [];
    const failure = await workbook.write(second, { note: (note) => notes.push(note) }).then(
      () => null,
      (reason: unknown) => reason,
    );
    host.allow(member);
    if (failure === null) {
      fates[notes.length === 0 ? "unharmed" : "looks"] += 1;
      // Refused looks are told, and the figures of the new tabs stand.
      if (notes.length > 0)
        expect(notes).toMatchObject([{ code: "looks-refused", detail: expect.stringContaining("(") }]);
      expect({ member, after: contents(host) }).toMatchObject({ member, after: expected });
      continue;
    }
    expect(failure).toBeInstanceOf(HostError);
    const { code, detail } = failure as HostError;
    const after = contents(host);
    expect(after.Ekonomi).toEqual(before.Ekonomi);
    if (code !== "half-written") {
      expect({ member, after }).toEqual({ member, after: before });
      fates.same += 1;
      continue;
    }
    fates.half += 1;
    for (const name of ["Underlag", "Avvikelse"]) expect(detail).toContain(name);
    // Where it says that figures and texts are back, they are, to the last cell.
    if (detail.includes("restored without looks: Underlag, Avvikelse"))
      expect({ member, after }).toEqual({ member, after: before });
    else if (!detail.includes("not put right")) expect(after.Avvikelse).toMatchObject({ "4,4": comment });
    // The tab that the run no longer has is there as it was.
    if (!detail.includes("not put right")) expect(after["Avvikelse Norr"]).toEqual(before["Avvikelse Norr"]);
    await workbook.write(second);
    expect({ member, again: contents(host) }).toEqual({ member, again: expected });
  }
  expect(fates.half).toBeGreaterThan(15);
  expect(fates.looks).toBeGreaterThan(20);
});

test("closed in the middle of a write, what people wrote is in the workbook or was never touched", async () => {
  const { host, workbook } = await withComment();
  const many = Array.from({ length: 40_000 }, (_, i) => `Kostnadsslag nummer ${i}`);
  const texts = avvikelse(lines);
  const again = {
    ...texts,
    rows: texts.rows.map((row, at) =>
      at === 4
        ? row.map((cell, column) =>
            column === 4 ? { ...cell!, content: { kind: "text" as const, text: comment } } : cell,
          )
        : row,
    ),
  };
  const seen: unknown[] = [];
  const receive = host.receive.bind(host);
  host.receive = (text) => {
    receive(text);
    seen.push(host.sheet("Avvikelse").cells.at(4, 4)?.value);
  };
  await workbook.write([underlag(many), again]);
  // After each of many requests, whichever of them was the last.
  expect(seen.length).toBeGreaterThan(4);
  expect(new Set(seen)).toEqual(new Set([comment]));
});

test("the message says in words what is back, what is not, and what to do", () => {
  const said = textsOf("sv").host["half-written"](
    "GeneralException; restored without looks: Avvikelse, Parter; not restored: Underlag",
  );
  expect(said).toBe(
    "Excel avbröt skrivningen (GeneralException). Siffror, formler och det ni skrivit är tillbaka i Avvikelse, Parter, men inte utseendet. Underlag är ofullständig och behöver skrivas om. Era egna blad är orörda. Skriv flikarna igen, utan att stänga rutan eller läsa om, så blir de hela; det ni skrivit följer med.",
  );
});
