// tests/cli/comparisonJson.test.ts: the field `comparison` of the public JSON: null without a snapshot, else then, now and change per line in kronor.
import { analyse } from "../../src/actions/analyse";
import { writeTabs } from "../../src/actions/tabs";
import { jsonOf } from "../../src/cli/json";
import { textsOf } from "../../src/text/languages";
import { openXlsx } from "../../src/workbook/file/xlsxWorkbook";
import { caseBytes } from "../actions/written";

const texts = textsOf("sv");

async function jsonAndNext(bytes: Uint8Array): Promise<{ json: Record<string, unknown>; next: Uint8Array }> {
  const workbook = openXlsx(bytes, "husamradet.xlsx");
  const analysis = analyse([await workbook.read()], { unit: null, sign: null });
  await writeTabs(analysis, workbook, { texts, today: "2026-03-31", drawnUpBy: null, snapshot: { version: "v1" } });
  return { json: jsonOf(analysis, texts) as Record<string, unknown>, next: workbook.bytes() };
}

test("null on the first run, and the saved figures on the next", async () => {
  const first = await jsonAndNext(caseBytes("husamradet.xlsx"));
  expect(first.json.comparison).toBeNull();
  const { comparison } = (await jsonAndNext(first.next)).json as {
    comparison: { snapshot: unknown; bookedTo: string; lines: readonly unknown[]; total: unknown };
  };
  // husamradet-expected.json, in kronor.
  const personal = { outcome: "-3489000", budget: "-6124000", deviation: "2635000" };
  const nothing = { outcome: "0", budget: "0", deviation: "0" };
  expect(comparison.snapshot).toEqual({ sheet: "Ögonblick 2026-03-31 v1", date: "2026-03-31", version: "v1" });
  expect(comparison.bookedTo).toBe("2012 jan–juni");
  expect(comparison.lines[0]).toEqual({
    costLine: "Personalkostnader",
    status: "both",
    then: personal,
    now: personal,
    change: nothing,
  });
  const total = { outcome: "-6707000", budget: "-7964000", deviation: "1257000" };
  expect(comparison.total).toEqual({ then: total, now: total, change: nothing });
});
