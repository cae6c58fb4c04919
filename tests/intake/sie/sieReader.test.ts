// tests/intake/sie/sieReader.test.ts: rows, quotes, encodings, object lists and amounts as the format and real programs have them.
import fc from "fast-check";
import { NotSieError, SieReader } from "../../../src/intake/sie/sieReader";
import { bytesOf, fileOf, ledgerOf } from "./sieFile";

test.each(["cp437", "latin-1", "utf-8"] as const)("names in %s are read whatever #FORMAT says", (encoding) => {
  const ledger = ledgerOf(fileOf(), encoding);
  expect(ledger.company).toBe("Förbundet");
  expect(ledger.accounts.get("7210")?.name).toBe("Löner");
  expect(ledger.encoding).toBe(encoding);
});

test("a row in Latin-1 among rows in code page 437 turns no other row", () => {
  const [head, path, rest] = [
    bytesOf("#FLAGGA 0\r\n"),
    bytesOf('#FNR "C:\\Företag\\x"\r\n', "latin-1"),
    bytesOf(fileOf().join("\n")),
  ];
  const reader = new SieReader("bok.se");
  for (const part of [head, path, rest]) reader.push(part);
  const ledger = reader.end();
  expect(ledger.company).toBe("Förbundet");
  expect(ledger.encoding).toBe("mixed");
});

test("letters that were lost before the file came here are told, and never guessed", () => {
  expect(ledgerOf(['#KONTO 5010 "Hyresr\uFFFDtt"'], "utf-8").encoding).toBe("damaged");
  expect(ledgerOf(['#KONTO 5010 "Hyresr„tt"'], "utf-8").encoding).toBe("damaged");
});

test.each([
  ["quoted", '#KONTO 5010 "Hyra, lokal"', "Hyra, lokal"],
  ["one word without quotes", "#KONTO 5010 Hyra", "Hyra"],
  ["a quote inside", '#KONTO 5010 "Hyra \\"norr\\""', 'Hyra "norr"'],
  ["tabs, blanks as columns and an indented row", "  #KONTO\t5010   \t Hyra  ", "Hyra"],
  ["a bare quote in the place of a letter", '#KONTO 5010 "F"rskott"', "Frskott"],
  ["a backslash that is itself", '#KONTO 5010 "a\\b"', "a\\b"],
  ["nothing", "#KONTO 5010", "5010"],
])("an account's name: %s", (_, row, name) => {
  const ledger = ledgerOf([row, "#KONTO 6110 Efter"]);
  expect(ledger.accounts.get("5010")?.name).toBe(name);
  expect(ledger.accounts.get("6110")?.name).toBe("Efter");
});

test.each([
  ["100", 10000],
  ["-100.5", -10050],
  [".5", 50],
  ["-0.00", 0],
  ["0.07", 7],
  ["12345678901.23", 1234567890123],
  ["1.500", 150],
  ['"7.25"', 725],
])("the amount %s", (amount, ore) => {
  const ledger = ledgerOf([`#RES 0 5010 ${amount}`]);
  expect(ledger.records.get("RES[0]")).toEqual({ rows: 1, sum: ore });
  expect(Object.is(ledger.records.get("RES[0]")?.sum, -0)).toBe(false);
});

test.each(["1,50", "1.234", "abc", "", '""', "12345678901234.00", "1e3", "0x10"])(
  "%s is no amount: told with its row, and the record is not counted",
  (amount) => {
    const ledger = ledgerOf(["#FLAGGA 0", `#RES 0 5010 ${amount}`, "#RES 0 7210 5"]);
    expect(ledger.bad).toEqual([{ row: 2, label: "RES", fault: "amount" }]);
    expect(ledger.records.get("RES[0]")).toEqual({ rows: 1, sum: 500 });
  },
);

test("an object list is taken by dimension, never by place; quantities are no amounts", () => {
  const ledger = ledgerOf(
    fileOf(
      '#VER "A" 1 20240115 "x"',
      "{",
      '\t#TRANS 5010 {"6" "9001" "1" "20"} 100.00 20240116 "text" 3.5',
      '  #TRANS 5010 { 1 "20" 6 9001 } 50 "" "text"',
      "#TRANS 7210 { } -150.00",
      "}",
    ),
  );
  expect(ledger.records.get("TRANS")).toEqual({ rows: 3, sum: 0 });
  const pairs = ledger.objectLists
    .slice(1)
    .map((list) => new Map(list.map(({ dimension, object }) => [dimension, object])));
  expect(pairs.map((list) => [list.get("6"), list.get("1")])).toEqual([
    ["9001", "20"],
    ["9001", "20"],
  ]);
  expect([...ledger.transactions.entries()].map(({ account, month, ore }) => [account, month, ore])).toEqual([
    ["5010", 202401, 10000],
    ["5010", 202401, 5000],
    ["7210", 202401, -15000],
  ]);
});

test("of a correction only #TRANS counts; one without its #TRANS is told", () => {
  const ledger = ledgerOf(
    fileOf(
      "#VER A 1 20240301",
      "{",
      "#RTRANS 5010 {} 80.00",
      "#TRANS 5010 {} 80.00",
      "#BTRANS 5010 {} 70.00",
      "#TRANS 7210 {} -80.00",
      "#RTRANS 6110 {} 5",
      "}",
    ),
  );
  expect(ledger.records.get("TRANS")).toEqual({ rows: 2, sum: 0 });
  expect(ledger.loneRemovals).toBe(1);
});

test("a voucher that does not balance is read, and told with its row and difference", () => {
  const ledger = ledgerOf(fileOf('#VER "B" 7 20240301', "{", "#TRANS 5010 {} 80.60", "#TRANS 7210 {} -80.00", "}"));
  expect(ledger.unbalanced).toEqual([{ series: "B", number: "7", row: 12, difference: 60 }]);
});

test.each([
  ["<!DOCTYPE html><html>", "web-page"],
  ["\n <html><body>fel</body>", "web-page"],
  ['<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5">', "sie5"],
  ["<?xml version='1.0'?><a/>", "xml"],
  ["", "empty"],
  ["Konto;Belopp\n5010;100\n", "no-records"],
] as const)("%s is told for what it is", (text, reason) => {
  const read = (): unknown => ledgerOf([text]);
  expect(read).toThrow(NotSieError);
  expect(read).toThrow(reason);
});

test("rows end with LF, CR LF or CR, the last one with nothing, and a file may be cut into pieces anywhere", () => {
  const rows = fileOf(
    '#VER "A" 1 20240115 "x"',
    "{",
    "#TRANS 5010 {1 20} 100.00",
    "#TRANS 7210 {} -100.00",
    "}",
    "#RES 0 5010 100.00",
  );
  const whole = ledgerOf(rows);
  fc.assert(
    fc.property(
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
      (end, sizes) => {
        const bytes = bytesOf(rows.join(end));
        const reader = new SieReader("bok.se");
        for (let at = 0, piece = 0; at < bytes.length; piece++) {
          const size = sizes[piece % sizes.length]!;
          reader.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(reader.end()).toEqual(whole);
      },
    ),
    { seed: 20261201, numRuns: 150 },
  );
});

test("damage neither crashes the reader nor makes it hang", () => {
  const good = bytesOf(
    fileOf(
      "#PSALDO 0 202401 5010 {} 10.00",
      "#PBUDGET 0 202401 5010 {1 20} 10.00",
      '#VER A 1 20240115 "x"',
      "{",
      '#TRANS 5010 {"1" "20"} 1.00',
      "}",
    ).join("\r\n"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255), cut: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
      (damage) => {
        let bytes = good.slice();
        for (const { at, byte, cut } of damage) {
          if (cut) bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + (byte % 5))]);
          else bytes[at % bytes.length] = byte;
        }
        try {
          const reader = new SieReader("bok.se");
          reader.push(bytes);
          for (const { sum } of reader.end().records.values()) expect(Number.isSafeInteger(sum)).toBe(true);
        } catch (failure) {
          expect(failure).toBeInstanceOf(NotSieError);
        }
      },
    ),
    { seed: 20261201, numRuns: 3000 },
  );
});
