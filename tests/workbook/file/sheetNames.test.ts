import fc from "fast-check";
import { freeSheetName, validSheetName } from "../../../src/workbook/sheetNames";
import { openXlsx } from "../../../src/workbook/file/xlsxWorkbook";
import { nameOfRole } from "../../../src/workbook/ownedNames";
import { sheetOfReference, sheetPrefix } from "../../../src/workbook/file/workbookPart";
import { richWorkbook } from "./richWorkbook";

test.each`
  name                                           | valid
  ${"Avvikelse"}                                 | ${"Avvikelse"}
  ${"Avvikelse: [A/B] *?\\"}                     | ${"Avvikelse A B"}
  ${"'Citat'"}                                   | ${"Citat"}
  ${"Kalle's läge"}                              | ${"Kalle's läge"}
  ${"History"}                                   | ${"History 1"}
  ${""}                                          | ${"1"}
  ${"Avvikelse Samordningsförbundet Södertälje"} | ${"Avvikelse Samordningsförbundet"}
`("$name becomes $valid", ({ name, valid }: { name: string; valid: string }) => {
  expect(validSheetName(name)).toBe(valid);
});

test("any name becomes one that Excel accepts and that is free", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.array(fc.string({ maxLength: 3 })), (name, others) => {
      const taken = new Set(others.map((other) => other.toLowerCase()));
      const free = freeSheetName(name, taken);
      expect(free.length).toBeGreaterThan(0);
      expect(free.length).toBeLessThanOrEqual(31);
      expect(free).not.toMatch(/[[\]:*?/\\\p{Cc}]|^'|'$/u);
      expect(taken.has(free.toLowerCase())).toBe(false);
      // Settled names are proposed again by a later run.
      expect(freeSheetName(free, new Set())).toBe(free);
    }),
  );
});

test("names are settled against every tab, without regard to case, and against each other", async () => {
  const settled = await openXlsx(richWorkbook(), "x").settleNames([
    { role: "avvikelse", name: "AVVIKELSE" },
    { role: "avvikelse:2", name: "Avvikelse" },
    { role: "kontroller", name: "dold" },
    { role: "oversikt", name: "Översikt" },
  ]);
  expect(settled.map(({ name }) => name)).toEqual(["AVVIKELSE 2", "Avvikelse 3", "dold 2", "Översikt"]);
});

test.each`
  reference                 | sheet
  ${"'Kalle''s läge'!$A$1"} | ${"Kalle's läge"}
  ${"Avvikelse!$A$1"}       | ${"Avvikelse"}
  ${"Avvikelse!#REF!"}      | ${"Avvikelse"}
  ${"'Min flik'!#REF!"}     | ${"Min flik"}
  ${"#REF!"}                | ${null}
  ${"#REF!$A$1"}            | ${null}
`("$reference refers to $sheet", ({ reference, sheet }: { reference: string; sheet: string | null }) => {
  expect(sheetOfReference(reference)).toBe(sheet);
});

test("a prefix is read back, and roles are names without colons", () => {
  expect(sheetOfReference(`${sheetPrefix("a'b!c")}$A$1`)).toBe("a'b!c");
  expect(nameOfRole("avvikelse:2")).toBe("_Samkalkyl.avvikelse.2");
});
