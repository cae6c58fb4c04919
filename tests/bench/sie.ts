// tests/bench/sie.ts: a SIE file of vouchers read and summed, against splitting the same bytes into lines. `npm run bench -- sie`.
import { SieReader } from "../../src/intake/sie/sieReader";
import { generator } from "./random";
import { settled, timed } from "./timing";

const SEED = 20_261_201;
const PIECE = 1 << 20;
/** Reading takes at most so many times as long as splitting into lines. */
const LIMIT = 3;

/** `rows` voucher rows of four to a voucher, on 400 accounts and 60 objects over a year. */
export function sieFile(rows: number): Uint8Array {
  const random = generator(SEED);
  const text: string[] = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", "#RAR 0 20240101 20241231", "#KPTYP EUBAS97"];
  for (let voucher = 0; voucher * 4 < rows; voucher++) {
    const date = `2024${String((random() % 12) + 1).padStart(2, "0")}${String((random() % 28) + 1).padStart(2, "0")}`;
    text.push(`#VER "A" ${voucher + 1} ${date} "Underlag ${voucher}"`, "{");
    for (let row = 0; row < 4; row++) {
      const objects = random() % 3 === 0 ? `"6" "P${random() % 60}"` : "";
      text.push(
        `   #TRANS ${3000 + (random() % 400) * 10} {${objects}} ${((random() % 10_000_000) - 5_000_000) / 100} ${date} "Rad"`,
      );
    }
    text.push("}");
  }
  return new TextEncoder().encode(text.join("\r\n"));
}

function read(bytes: Uint8Array): number {
  const reader = new SieReader("bok.se");
  for (let at = 0; at < bytes.length; at += PIECE) reader.push(bytes.subarray(at, at + PIECE));
  return reader.end().records.get("TRANS")?.rows ?? 0;
}

/** Line by line as text, as a reader would begin that knew nothing of the format. */
function split(bytes: Uint8Array): number {
  return new TextDecoder("latin1").decode(bytes).split("\n").length;
}

/** Prints the ratio per number of rows; false when the largest is over the limit. */
export function reportSieBench(counts: readonly number[]): boolean {
  let kept = true;
  for (const count of counts) {
    const bytes = sieFile(count);
    const ours: number[] = [];
    const lines: number[] = [];
    for (let run = 0; run < 6; run++) {
      lines.push(timed(() => split(bytes)));
      ours.push(timed(() => read(bytes)));
    }
    const ratio = settled(ours) / settled(lines);
    kept = ratio <= LIMIT;
    console.log(`sie ${count} rows: ${ratio.toFixed(2)} × splitting into lines (limit ${LIMIT})`);
  }
  return kept;
}
