// src/domain/places.ts: many cells as a short list for people: `E5, E9–E12, F3`, and how many are left out.

/** `more`: cells that the list has no room for. */
export interface Places {
  readonly cells: string;
  readonly more: number;
}

/** A list longer than this is not read. */
const MOST_PARTS = 12;

/** A1 addresses in the order given, those below each other as one range; what is no single cell stands as it is. */
export function placesOf(addresses: readonly string[]): Places {
  const parts: { first: string; last: string; cells: number }[] = [];
  for (const address of addresses) {
    const before = parts.at(-1);
    if (before !== undefined && isBelow(before.last, address)) {
      before.last = address;
      before.cells++;
    } else parts.push({ first: address, last: address, cells: 1 });
  }
  const shown = parts.slice(0, MOST_PARTS);
  return {
    cells: shown.map(({ first, last }) => (first === last ? first : `${first}:${last}`)).join(", "),
    more: parts.slice(MOST_PARTS).reduce((all, { cells }) => all + cells, 0),
  };
}

function isBelow(above: string, address: string): boolean {
  const [one, other] = [/^([A-Z]+)(\d+)$/u.exec(above), /^([A-Z]+)(\d+)$/u.exec(address)];
  return one !== null && other !== null && one[1] === other[1] && Number(other[2]) === Number(one[2]) + 1;
}
