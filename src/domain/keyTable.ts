// src/domain/keyTable.ts: numbers the distinct keys of a column from 0, in order of appearance.
// Looking a key up by its number instead of its text is what makes large ledgers fast.

/** Whole numbers below this (every year) are looked up in an array instead of a map. */
export const SMALL_NUMBERS = 4096;

export class KeyTable {
  /** The distinct names; the index is the slot. */
  readonly names: string[] = [];
  private readonly slotOfName = new Map<string, number>();
  /** Slots of the texts seen so far; read by loops that cannot afford a call per row, written here alone. */
  readonly slotOfText = new Map<string, number>();
  /** Likewise for whole numbers below SMALL_NUMBERS: slot + 1, so that the zeros of a new array mean "not seen". */
  readonly slotAfterNumber = new Uint32Array(SMALL_NUMBERS);

  /** `nameOf` decides which keys are one and the same, such as `costLineName`; it is asked once per distinct key. */
  constructor(private readonly nameOf: (key: string) => string = (key) => key) {}

  get size(): number {
    return this.names.length;
  }

  /** The slot of a key, a new one for a key not seen before; −1 for a key whose name is empty. A number and its text are one key. */
  slot(key: string | number): number {
    if (typeof key === "string") return this.slotOfText.get(key) ?? this.textSlot(key);
    const small = Number.isInteger(key) && key >= 0 && key < SMALL_NUMBERS;
    const seen = small ? this.slotAfterNumber[key]! : 0;
    if (seen > 0) return seen - 1;
    const slot = this.slot(String(key));
    if (small && slot >= 0) this.slotAfterNumber[key] = slot + 1;
    return slot;
  }

  private textSlot(key: string): number {
    const name = this.nameOf(key);
    if (name === "") return -1;
    const slot = this.slotOfName.get(name) ?? this.names.push(name) - 1;
    this.slotOfName.set(name, slot);
    this.slotOfText.set(key, slot);
    return slot;
  }
}
