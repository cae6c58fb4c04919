// tests/damage/drawn.ts: draws books and damage from seeds, and judges each.
import { openFile } from "../../src/workbook/file/fileKinds";
import { type Book, copied, handedOver } from "./book";
import { CELL_KINDS } from "./cellKinds";
import { COLUMN_KINDS } from "./columnKinds";
import { FILE_KINDS, type FileKind } from "./fileKinds";
import { LAYOUTS, rngOf } from "./generate";
import { differences, type Judged, judgedBook, type Reading, readingOf } from "./judge";
import { RECORD_KINDS } from "./recordKinds";
import { ROW_KINDS } from "./rowKinds";
import type { Kind } from "./touch";

export const SHEET_KINDS: readonly Kind[] = [...CELL_KINDS, ...ROW_KINDS, ...COLUMN_KINDS, ...RECORD_KINDS];

export interface Found extends Judged {
  readonly kind: { readonly name: string; readonly group: string };
  /** The number that this one was drawn by. */
  readonly number: number;
  readonly layout: string;
  readonly carrier: string;
}

interface Base {
  readonly book: Book;
  readonly reading: Reading;
}

/** Far more than the sheets of one seed. */
const NUMBERS = 1_000_003;
/** A book serves several kinds of damage: reading it undamaged takes as long as reading it damaged. */
const BOOKS = 60;
/** So many times a kind is tried on other books before its turn is over. */
const TRIES = 12;

/** Budget tables come in many forms, persons and contributions in one. */
function fitting({ group }: Kind): readonly string[] {
  const persons = group === "participants" || group === "contributions";
  return Object.keys(LAYOUTS).filter((layout) => (layout === "records") === persons);
}

/** Damaged sheets, the same for the same seed: `count` of them, all kinds in turn. */
export async function damagedSheets(
  seed: number,
  count: number,
  kinds: readonly Kind[] = SHEET_KINDS,
  each: (found: Found) => void = () => undefined,
): Promise<readonly Found[]> {
  const bases = new Map<string, Base>();
  const found: Found[] = [];
  let turn = 0;
  for (let tries = 0; found.length < count && tries < count * TRIES; tries++) {
    const one = await damagedSheet(seed * NUMBERS + tries, kinds[turn % kinds.length]!, bases);
    if (one === null && tries % TRIES !== TRIES - 1) continue;
    turn++;
    if (one === null) continue;
    found.push(one);
    each(one);
  }
  return found;
}

async function damagedSheet(number: number, kind: Kind, bases: Map<string, Base>): Promise<Found | null> {
  const { base, damaged, named } = await drawn(number, kind, bases);
  if (named === null) return null;
  const { layout, carrier } = damaged;
  return { kind, number, layout, carrier, ...(await judgedBook(damaged, named, base.reading)) };
}

/** The book of a number, undamaged and damaged; `named` as the kind says. */
export async function drawn(
  number: number,
  kind: Kind,
  bases = new Map<string, Base>(),
): Promise<{ readonly base: Base; readonly damaged: Book; readonly named: boolean | null }> {
  const rng = rngOf(number);
  const layout = rng.pick(fitting(kind));
  const which = rng.between(1, BOOKS);
  const key = `${layout} ${which}`;
  const base = bases.get(key) ?? (await undamaged(layout, Math.floor(number / NUMBERS) * 1009 + which));
  bases.set(key, base);
  const damaged = copied(base.book);
  return { base, damaged, named: kind.hurt(damaged, rng) };
}

/** A book that the product reads rightly as it is. */
async function undamaged(layout: string, seed: number): Promise<Base> {
  for (let again = 0; again < 20; again++) {
    const book = LAYOUTS[layout]!(rngOf(seed + again * 7919));
    const reading = readingOf(await handedOver(book));
    if (differences(book.truth, reading).length === 0) return { book, reading };
  }
  throw new Error(`no undamaged ${layout} is read rightly from seed ${seed}`);
}

/** One damaged file; null: the kind fits none of the drawn books. */
export async function damagedFile(number: number, kind: FileKind): Promise<Found | null> {
  const rng = rngOf(number);
  for (let again = 0; again < TRIES; again++) {
    const layout = rng.pick(Object.keys(LAYOUTS).filter((name) => name !== "records"));
    const { book, reading } = await undamaged(layout, Math.floor(number / NUMBERS) * 1009 + rng.between(1, BOOKS));
    const own = copied(book);
    const file = kind.hurt(own, rng);
    if (file === null) continue;
    const opened = async (): Promise<Awaited<ReturnType<typeof handedOver>>> =>
      (await openFile(file.bytes, file.name)).read();
    const carrier = file.name.split(".").at(-1)!;
    return { kind, number, layout, carrier, ...(await judgedBook(own, false, reading, opened)) };
  }
  return null;
}

/** Damaged files, the same for the same seed: the number and kind of each. */
export function fileTurns(seed: number, count: number): readonly { readonly number: number; readonly kind: number }[] {
  return Array.from({ length: count }, (_, at) => ({ number: seed * NUMBERS + at, kind: at % FILE_KINDS.length }));
}
