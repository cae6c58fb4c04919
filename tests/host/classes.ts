// tests/host/classes.ts: how an Excel class is described to the host: its members in tables, each with the requirement set it came in.
import { Fault } from "./fault";
import type { EventKind } from "./happenings";
import type { Place } from "./sheetModel";
import type { WorkbookData } from "./workbookModel";

/** ExcelApi 1.x as its x, so 1.10 comes after 1.9. */
export type ApiSet = number;

/** What members may reach besides their own object. */
export interface World {
  readonly workbook: WorkbookData;
  /** The value a formula shows: the host calculates nothing. */
  readonly formulaValue: (sheet: string, address: string, formula: string) => string | number | boolean;
  /** `Application.calculate`. */
  readonly calculate: (type: "Recalculate" | "Full" | "FullRebuild") => void;
  readonly register: (targetId: string, event: EventKind) => void;
  readonly unregister: (targetId: string, event: EventKind) => void;
  /** The range that an event told of, by the id it was given. */
  readonly eventPlace: (referenceId: string) => Place | null;
  /** `Runtime.enableEvents`: whether this add-in is told of anything. */
  readonly runtime: { enableEvents: boolean };
}

export interface Property<T> {
  readonly since: ApiSet;
  /** The set for writing, where it came later than reading. */
  readonly settableSince?: ApiSet;
  readonly get: (self: T, world: World) => unknown;
  readonly set?: (self: T, value: unknown, world: World) => void;
}

export interface Link<T> {
  readonly since: ApiSet;
  /** Null: the null object. */
  readonly to: (self: T, world: World) => Ref | null;
}

export interface Method<T> {
  readonly since: ApiSet;
  /** A Ref or null where the method gives an object, else the value. Arguments that are objects arrive as Ref. */
  readonly call: (self: T, args: readonly unknown[], world: World) => unknown;
}

export interface ClassTable<T> {
  readonly name: string;
  readonly properties: Readonly<Record<string, Property<T>>>;
  readonly links: Readonly<Record<string, Link<T>>>;
  readonly methods: Readonly<Record<string, Method<T>>>;
  /** Answered when the object is made, so that the client knows it again: `Id` or `_Id`. */
  readonly identity?: { readonly key: "Id" | "_Id"; readonly of: (self: T) => string };
  /** A collection's items. */
  readonly items?: (self: T, world: World) => readonly Ref[];
  /** `getItem`; null: not found. */
  readonly item?: (self: T, key: unknown, world: World) => Ref | null;
  /** Ranges: live on only while their reference is kept. */
  readonly referenced?: true;
}

/** Every class that the host knows. */
export const knownClasses: ClassTable<never>[] = [];

export function classTable<T>(table: ClassTable<T>): ClassTable<T> {
  knownClasses.push(table);
  return table;
}

/** An object as the host hands it on: what it is and its data. */
export class Ref {
  /** Given when the client keeps the object beyond this request. */
  referenceId: string | null = null;

  private constructor(
    readonly table: ClassTable<never>,
    readonly target: unknown,
  ) {}

  static to<T>(table: ClassTable<T>, target: T): Ref {
    return new Ref(table, target);
  }

  /** The data, where the object is of that class; else null. */
  as<T>(table: ClassTable<T>): T | null {
    return this.table.name === table.name ? (this.target as T) : null;
  }
}

export function textOf(value: unknown): string {
  if (typeof value !== "string") throw new Fault("InvalidArgument", `expected text, got ${JSON.stringify(value)}`);
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== "number") throw new Fault("InvalidArgument", `expected a number, got ${JSON.stringify(value)}`);
  return value;
}

export function booleanOf(value: unknown): boolean {
  if (typeof value !== "boolean")
    throw new Fault("InvalidArgument", `expected true or false, got ${JSON.stringify(value)}`);
  return value;
}

/** One of the words of an enumeration, in any case; answers the word as listed. */
export function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  const found = words.find((word) => word.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw new Fault("InvalidArgument", `${String(value)} is none of ${words.join(", ")}`);
  return found;
}

/** Properties kept in a plain record under their own name; `check` refuses values of the wrong kind. */
export function recorded<T>(
  since: ApiSet,
  record: (self: T) => Record<string, unknown>,
  key: string,
  initial: unknown,
  check: (value: unknown) => unknown,
  guard: (self: T) => void = () => undefined,
): Property<T> {
  return {
    since,
    get: (self) => record(self)[key] ?? initial,
    set: (self, value) => {
      guard(self);
      record(self)[key] = check(value);
    },
  };
}
