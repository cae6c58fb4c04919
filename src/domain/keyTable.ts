// src/domain/keyTable.ts: numbers the distinct keys of a column from 0, in order of appearance.
// Looking a key up by its number instead of its text is what makes large ledgers fast.

/** Whole numbers below this (every year) are looked up in an array instead of a map. */
const SMALL = 4096;

export class KeyTable {
  /** The distinct names; the index is the slot. */
  readonly names: string[] = [];
  private readonly slotOfName = new Map<string, number>();
  private readonly slotOfText = new Map<string, number>();
  /** Slot + 1 of whole numbers, so that the zeros of a new array mean "not seen". Made when the first number comes. */
  private slotOfNumber: Uint32Array | null = null;

  /** `nameOf` decides which keys are one and the same, such as `costLineName`; it is asked once per distinct key. */
  constructor(private readonly nameOf: (key: string) => string = (key) => key) {}

  get size(): number {
    return this.names.length;
  }

  /** The slot of a key, a new one for a key not seen before; −1 for a key whose name is empty. A number and its text are one key. */
  slot(key: string | number): number {
    if (typeof key === "number") {
      const seen = this.slotOfNumber?.[key];
      return seen !== undefined && seen > 0 ? seen - 1 : this.numberSlot(key);
    }
    return this.slotOfText.get(key) ?? this.textSlot(key);
  }

  private numberSlot(key: number): number {
    const slot = this.slot(String(key));
    this.slotOfNumber ??= new Uint32Array(SMALL);
    if (Number.isInteger(key) && key >= 0 && key < SMALL) this.slotOfNumber[key] = slot + 1;
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
