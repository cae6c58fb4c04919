// tests/domain/resan.ts: the RESAN case as input of the calculation, read straight from the cells of its workbook.
// A reader of its own, a few lines long, so that no intake stands between the published figures and the engine.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { ReturnInput } from "../../src/domain/return/agencyReturn";
import { asReported } from "../../src/domain/return/assumptions";
import type { Contribution } from "../../src/domain/return/contribution";
import { Decimal } from "../../src/domain/money";
import type { Participant } from "../../src/domain/return/participant";
import { isoDateOfSerial, monthOfSerial } from "../../src/domain/period";
import { INCOME_SOURCES } from "../../src/reference/incomeSources";
import { BENEFITS } from "../../src/reference/benefits/benefits";
import { PENSION_AGES } from "../../src/reference/pensionAges";

type Cells = ReadonlyMap<string, string>;

function sheets(file: string): Cells[] {
  const parts = unzipSync(readFileSync(file));
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gsu)].map(
    (match) => match[1] ?? "",
  );
  return [1, 2, 3].map((number) => {
    const cells = text(`xl/worksheets/sheet${number}.xml`).matchAll(/<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v>/gsu);
    return new Map(
      [...cells].map(([, address = "", attributes = "", value = ""]) => [
        address,
        attributes.includes('t="s"') ? (strings[Number(value)] ?? "") : value,
      ]),
    );
  });
}

const [facts, parties, people] = sheets(join(__dirname, "../cases/resan.xlsx")) as [Cells, Cells, Cells];

function rowsOf(cells: Cells): number[] {
  const rows: number[] = [];
  for (let row = 2; cells.has(`A${row}`); row += 1) rows.push(row);
  return rows;
}

function cell(cells: Cells, address: string): string {
  const value = cells.get(address);
  if (value === undefined) throw new Error(`no cell ${address}`);
  return value;
}

export const GRANTED = new Decimal(cell(facts, "B4"));
export const USED = new Decimal(cell(facts, "B5"));
export const STATED_SHARE = new Decimal(cell(facts, "B6"));

const participants = rowsOf(people).map((row): Participant => {
  const born = isoDateOfSerial(Number(cell(people, `B${row}`)), false) ?? "";
  return {
    id: cell(people, `A${row}`),
    birth: { year: Number(born.slice(0, 4)), month: Number(born.slice(5, 7)) },
    lastMonth: monthOfSerial(Number(cell(people, `C${row}`)), false),
    before: { source: cell(people, `D${row}`), amount: new Decimal(cell(people, `E${row}`)) },
    after: { source: cell(people, `F${row}`), amount: new Decimal(cell(people, `G${row}`)) },
    remaining: null,
    followOn: null,
    usedUnits: null,
    benefitPeriod: null,
    supportLastDay: null,
    after2: null,
    afterRule: null,
    household: null,
    municipality: null,
    pensionAge: null,
    droppedOut: false,
  };
});

const contributions = rowsOf(parties).map((row): Contribution => ({
  agency: cell(parties, `A${row}`),
  year: Number(cell(parties, `B${row}`)),
  cash: new Decimal(cell(parties, `C${row}`)),
  ownTime: new Decimal(cell(parties, `D${row}`)),
  hours: null,
  hourlyCost: null,
}));

export const RESAN: ReturnInput = {
  participants,
  contributions,
  sources: INCOME_SOURCES,
  pensionAges: PENSION_AGES,
  benefits: BENEFITS,
  scenario: asReported(2024),
  target: new Decimal(4),
  projectStart: monthOfSerial(Number(cell(facts, "B2")), false),
  participantsInAll: 51,
};
