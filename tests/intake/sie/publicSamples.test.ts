// tests/intake/sie/publicSamples.test.ts: the seven public samples, summed by two independent readers, where they are at hand: they are
// never part of the project.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SieLedger } from "../../../src/intake/sie/sieLedger";
import { SieReader } from "../../../src/intake/sie/sieReader";

const folder = join(__dirname, "../../../../shared/cases/sie");
const there = existsSync(join(folder, "expected.json"));

interface Expected {
  readonly sietyp: string;
  readonly vouchers: number;
  readonly konto: number;
  readonly fnamn: string;
  readonly totals: Readonly<Record<string, { readonly n: number; readonly sum: string }>>;
}

/** `-5163.3` as whole öre. */
function ore(text: string): number {
  const [, sign, kr, ore = ""] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * Number(`${kr}${ore.padEnd(2, "0")}`) + 0;
}

function read(file: string, piece: number): SieLedger {
  const reader = new SieReader(file);
  const bytes = readFileSync(join(folder, file));
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece));
  return reader.end();
}

const expected = there
  ? Object.entries(
      JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Record<string, Expected | string>,
    ).flatMap(([file, facts]) => (typeof facts === "string" ? [] : [{ file, facts }]))
  : [];

test("the samples are read where they are at hand", () => {
  expect(expected.length).toBe(there ? 7 : 0);
});

for (const { file, facts } of expected) {
  test.each([1 << 20, 997, 13])(`${file} in pieces of %i bytes`, (piece) => {
    const ledger = read(file, piece);
    expect(ledger.badCount).toBe(0);
    expect(ledger.sieType).toBe(facts.sietyp);
    expect(ledger.vouchers).toBe(facts.vouchers);
    expect(ledger.accounts.size).toBe(facts.konto);
    const records = Object.fromEntries(
      [...ledger.records].map(([key, { rows, sum }]) => [key, { n: rows, sum: sum + 0 }]),
    );
    expect(records).toEqual(
      Object.fromEntries(Object.entries(facts.totals).map(([key, { n, sum }]) => [key, { n, sum: ore(sum) }])),
    );
    if (!ledger.company?.includes("\uFFFD")) expect(ledger.company).toBe(facts.fnamn);
  });
}
