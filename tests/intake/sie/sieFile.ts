// tests/intake/sie/sieFile.ts: SIE files of our own making, as bytes in the encoding asked for.
import type { SieLedger } from "../../../src/intake/sie/sieLedger";
import { SieReader } from "../../../src/intake/sie/sieReader";

const cp437: Readonly<Record<string, number>> = { å: 0x86, ä: 0x84, ö: 0x94, Å: 0x8f, Ä: 0x8e, Ö: 0x99, é: 0x82 };

export function bytesOf(text: string, encoding: "cp437" | "latin-1" | "utf-8" = "cp437"): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  return Uint8Array.from(text, (letter) => (encoding === "cp437" ? cp437[letter] : undefined) ?? letter.charCodeAt(0));
}

export function ledgerOf(
  rows: string | readonly string[],
  encoding: "cp437" | "latin-1" | "utf-8" = "cp437",
): SieLedger {
  const reader = new SieReader("bok.se");
  reader.push(bytesOf(typeof rows === "string" ? rows : rows.join("\r\n"), encoding));
  return reader.end();
}

/** A whole file: head, the two accounts that tests use, and rows of their own. */
export function fileOf(...rows: readonly string[]): readonly string[] {
  return [
    "#FLAGGA 0",
    '#PROGRAM "Eget" 1.0',
    "#FORMAT PC8",
    "#SIETYP 4",
    '#FNAMN "Förbundet"',
    "#RAR 0 20240101 20241231",
    "#RAR -1 20230101 20231231",
    "#KPTYP EUBAS97",
    '#KONTO 3985 "Bidrag från staten"',
    '#KONTO 5010 "Lokalhyra"',
    '#KONTO 7210 "Löner"',
    ...rows,
  ];
}
