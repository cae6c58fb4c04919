// tests/intake/statement/generator.ts: random statements with what each row is known beforehand. The oracle is how a table is made: nothing
// of it is read back, and nothing of src is used but types.
import type { StatementColumn, StatementRow, StatementTable } from "../../../src/intake/statement/statement";

export type Kind = "income" | "cost" | "net";
export type Style = "signed" | "ledger" | "unsigned" | "costs-positive" | "costs-negative" | "income";

export interface Made {
  readonly seed: number;
  readonly table: StatementTable;
  /** Per line that counts: its row, and +1 where outcome − budget is favourable, −1 where budget − outcome is. */
  readonly lines: readonly { readonly row: number; readonly favour: 1 | -1 }[];
  readonly style: Style;
  readonly form: string;
  readonly damage: string;
}

/** Mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const INCOME = [
  "Medlemsavgifter",
  "Bidrag från staten",
  "Ränteintäkter",
  "Övriga intäkter",
  "Projektintäkter",
  "Statsbidrag",
  "Hyresintäkter",
  "Försäljning",
];
const COSTS = [
  "Personalkostnader",
  "Lokalkostnader",
  "Kansli",
  "Styrelse",
  "Revision",
  "Konsulter",
  "Resor och konferenser",
  "Lämnade bidrag",
  "Avskrivningar",
  "IT och telefoni",
  "Information",
  "Kontorsmaterial",
  "Utbildning",
  "Försäkringar",
];
const PARTIES = ["Försäkringskassan", "Arbetsförmedlingen", "Region Norr", "Kommun A", "Kommun B", "Kommun C"];
const UNITS = [
  "Förskola",
  "Grundskola",
  "Gymnasium",
  "Äldreomsorg",
  "Ledning",
  "Räddningstjänst",
  "Fritid",
  "Kultur",
  "Miljöenheten",
  "Plan och bygg",
  "Gator",
  "Park",
  "Kost",
  "Städ",
  "Hemtjänst",
  "Särskilt boende",
  "Daglig verksamhet",
  "Familjecentral",
  "Bibliotek",
  "Simhall",
];
const BOARDS = [
  "Kommunstyrelsen",
  "Barn- och utbildningsnämnden",
  "Socialnämnden",
  "Kultur- och fritidsnämnden",
  "Miljönämnden",
];
const INITIATIVES = ["Insats Vägen in", "Insats Stegen", "Insats Bron", "Insats Kompassen", "Insats Lyftet"];

interface Draft {
  readonly name: string | null;
  /** Real figures, income positive and costs negative; null: a heading. */
  readonly real: readonly number[] | null;
  readonly role: "line" | "sum" | "result" | "other" | "heading";
  readonly kind: Kind;
  readonly blank?: boolean;
  readonly bold?: boolean;
  readonly indent?: number;
}

/** One table from one seed. `damage`: one figure of it is wrong. */
export function made(seed: number, unit: "kr" | "tkr" | "Mkr", damaged: boolean): Made {
  const next = random(seed);
  const chance = (share: number): boolean => next() < share;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const shuffled = <T>(from: readonly T[]): T[] => {
    const copy = [...from];
    for (let at = copy.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      [copy[at], copy[other]] = [copy[other]!, copy[at]!];
    }
    return copy;
  };
  const form = pick([
    "association",
    "association",
    "boards",
    "boards",
    "statement",
    "list",
    "list",
    "members",
    "accounts",
  ]);
  const style: Style =
    form === "members"
      ? "income"
      : form === "list"
        ? pick(["costs-positive", "costs-negative"] as const)
        : form === "boards"
          ? pick(["costs-positive", "costs-negative", "signed"] as const)
          : pick(["signed", "ledger", "unsigned"] as const);
  const size = { kr: 2_000_000, tkr: 4_000, Mkr: 900 }[unit];
  const others = between(0, 2);
  /** Outcome, budget and others of one line: positive. */
  const amounts = (): number[] => {
    const budget = Math.max(1, Math.round(size * next() ** 3));
    const rounded =
      unit === "kr" ? Math.ceil(budget / 1000) * 1000 : chance(0.4) ? Math.ceil(budget / 10) * 10 : budget;
    const near = (of: number): number => Math.round(of * (0.75 + next() * 0.5)) + between(-3, 3);
    const outcome = chance(0.08) ? 0 : chance(0.08) ? rounded : Math.max(0, near(rounded));
    return [outcome, chance(0.04) ? 0 : rounded, ...Array.from({ length: others }, () => Math.max(0, near(rounded)))];
  };
  const added = (rows: readonly Draft[]): number[] =>
    Array.from({ length: 2 + others }, (_, column) => rows.reduce((sum, { real }) => sum + (real?.[column] ?? 0), 0));
  const line = (name: string, kind: Kind, more: Partial<Draft> = {}): Draft => {
    const sign = kind === "income" || (kind === "net" && chance(0.2)) ? 1 : -1;
    return { name, role: "line", kind, real: amounts().map((amount) => sign * amount), ...more };
  };
  const drafts: Draft[] = [];
  const heading = (name: string): void =>
    void drafts.push({ name, role: "heading", kind: "net", real: null, blank: chance(0.6) });
  const sum = (
    name: string | null,
    rows: readonly Draft[],
    role: "sum" | "result" = "sum",
    more: Partial<Draft> = {},
  ): Draft => {
    const draft: Draft = { name, role, kind: rows[0]?.kind ?? "net", real: added(rows), ...more };
    drafts.push(draft);
    return draft;
  };
  const put = (rows: readonly Draft[]): readonly Draft[] => {
    drafts.push(...rows);
    return rows;
  };
  let withDeviation = chance(0.5);
  let lineHeading = "";
  const titles: string[] = [];
  if (form === "association") {
    const sections = chance(0.6);
    const members = sections || chance(0.5) ? shuffled(PARTIES).slice(0, between(2, 4)) : [];
    const incomes = [...members, ...shuffled(INCOME).slice(0, between(1, 3))].map((name) => line(name, "income"));
    const costs = [...shuffled(COSTS).slice(0, between(2, 6)), ...shuffled(INITIATIVES).slice(0, between(0, 3))].map(
      (name) => line(name, "cost"),
    );
    const closing = !sections || chance(0.85);
    if (sections) heading(pick(["INTÄKTER", "Intäkter", "Verksamhetens intäkter"]));
    put(incomes);
    if (closing) sum(pick(["Summa intäkter", "S:a intäkter", "Totala intäkter"]), incomes);
    if (sections) heading(pick(["KOSTNADER", "Kostnader", "Verksamhetens kostnader"]));
    put(costs);
    if (chance(0.15))
      drafts.push({
        name: "varav moms",
        role: "other",
        kind: "cost",
        real: costs.at(-1)!.real!.map((each) => Math.round(each * 0.2)),
      });
    if (closing) sum(pick(["Summa kostnader", "S:a kostnader", "Summa kostnader:"]), costs);
    if (chance(0.85)) {
      const result = sum(
        pick(["Årets resultat", "Periodens resultat", "Resultat", "Verksamhetens resultat"]),
        [...incomes, ...costs],
        "result",
        { blank: chance(0.5) },
      );
      if (/Årets|Periodens/u.test(result.name ?? "") && chance(0.5)) {
        const opening = amounts();
        drafts.push({ name: "Ingående eget kapital", role: "other", kind: "net", real: opening });
        drafts.push({
          name: "Utgående eget kapital",
          role: "other",
          kind: "net",
          real: opening.map((each, at) => each + result.real![at]!),
        });
      }
    }
  } else if (form === "statement") {
    const operations = put([
      line("Verksamhetens intäkter", "income"),
      line("Verksamhetens kostnader", "cost"),
      line("Avskrivningar", "cost"),
    ]);
    sum("Verksamhetens nettokostnader", operations, "result");
    const taxes = put([line("Skatteintäkter", "income"), line("Generella statsbidrag och utjämning", "income")]);
    if (chance(0.5)) sum("Verksamhetens resultat", [...operations, ...taxes], "result");
    const finance = put([line("Finansiella intäkter", "income"), line("Finansiella kostnader", "cost")]);
    const all = [...operations, ...taxes, ...finance];
    if (chance(0.5)) sum("Resultat efter finansiella poster", all, "result");
    sum("Årets resultat", all, "result");
    if (chance(0.4)) {
      drafts.push({ name: "Balanskravsjusteringar", role: "other", kind: "net", real: amounts() });
      drafts.push({ name: "Balanskravsresultat", role: "other", kind: "net", real: added(all) });
    }
  } else if (form === "boards") {
    const below = chance(0.4);
    const units = shuffled(UNITS);
    const all: Draft[] = [];
    const kind: Kind = style === "signed" ? "net" : "cost";
    for (const board of shuffled(BOARDS).slice(0, between(2, 4))) {
      const own = units.splice(0, between(2, 4)).map((name) => line(name, kind, { indent: below ? 0 : 1 }));
      if (!below) sum(board, own);
      put(own);
      if (below) sum(chance(0.5) ? board : `Summa ${board}`, own);
      all.push(...own);
    }
    if (chance(0.7)) sum(pick(["Totalt", "Summa", "Summa nämnder"]), all);
    lineHeading = "Nämnd";
    withDeviation ||= style !== "costs-negative";
    titles.push("Driftredovisning, nettokostnader");
  } else if (form === "accounts") {
    const incomes = shuffled(INCOME)
      .slice(0, between(2, 4))
      .map((name) => line(name, "income"));
    const costs = shuffled(COSTS)
      .slice(0, between(3, 7))
      .map((name) => line(name, "cost"));
    put(incomes);
    if (chance(0.6)) sum("Summa intäkter", incomes);
    put(costs);
    if (chance(0.6)) sum("Summa kostnader", costs);
    if (chance(0.7)) sum("Beräknat resultat", [...incomes, ...costs], "result");
  } else if (form === "members") {
    const members = put(
      shuffled(PARTIES)
        .slice(0, between(3, 5))
        .map((name) => line(name, "income")),
    );
    if (chance(0.8)) sum("Summa", members);
    lineHeading = "Medlem";
    titles.push("Medlemsbidrag 2024");
  } else {
    const rows = shuffled([...COSTS, ...INITIATIVES])
      .slice(0, between(3, 9))
      .map((name) => line(name, "cost"));
    const cut = between(2, rows.length);
    put(rows.slice(0, cut));
    if (cut < rows.length && chance(0.5)) {
      sum("Delsumma", rows.slice(0, cut));
      put(rows.slice(cut));
    } else put(rows.slice(cut));
    if (chance(0.7)) sum(pick(["Summa", "Totalt", "Summa kostnader", null]), rows);
    if (chance(0.25))
      drafts.push({ name: "Antal deltagare", role: "other", kind: "net", real: [between(10, 90), between(10, 90)] });
    if (chance(0.15))
      drafts.push({
        name: "Kostnad per deltagare",
        role: "other",
        kind: "net",
        real: [between(10, 90), between(10, 90)],
      });
    lineHeading = "Kostnadsslag";
  }
  return finished({
    seed,
    unit,
    damaged,
    drafts,
    others,
    withDeviation,
    lineHeading,
    titles,
    form,
    style,
    next,
    between,
    chance,
  });
}

interface Making {
  readonly seed: number;
  readonly unit: "kr" | "tkr" | "Mkr";
  readonly damaged: boolean;
  readonly drafts: readonly Draft[];
  readonly others: number;
  readonly withDeviation: boolean;
  readonly lineHeading: string;
  readonly titles: readonly string[];
  readonly form: string;
  readonly style: Style;
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
}

/** The draft as it is written: signs of the style, each figure rounded by itself, a deviation, and perhaps one wrong figure. */
function finished(making: Making): Made {
  const { seed, unit, damaged, drafts, others, withDeviation, form, style, next, between, chance } = making;
  const rounds = unit !== "kr" && chance(0.7);
  const fraction = drafts.map(() => Array.from({ length: 2 + others }, () => (rounds ? next() - 0.5 : 0)));
  // Real parts behind the rounded figures: a sum is rounded from its own.
  const real = drafts.map(({ role, real: own }, row) =>
    own === null || role !== "line" ? own : own.map((each, at) => (each === 0 ? 0 : each + fraction[row]![at]! * 0.98)),
  );
  const written = drafts.map((draft, row) => {
    if (draft.real === null) return null;
    const exact = draft.role === "line" || draft.role === "other" ? real[row]! : sumBehind(drafts, real, row);
    return exact.map((each) => Math.round(each * turn(style, draft)) + 0);
  });
  const negativeFavour = withDeviation ? (chance(0.7) ? "favourable" : "plain") : "none";
  const columns: StatementColumn[] = [
    { measure: "outcome", period: "p", counted: true },
    { measure: "budget", period: "p", counted: true },
    ...Array.from({ length: others }, (_, at): StatementColumn => ({
      measure: "other",
      period: `o${at}`,
      counted: false,
    })),
    ...(withDeviation ? [{ measure: "deviation", period: "p", counted: true } as const] : []),
  ];
  const damage = damaged ? hurt(drafts, written, next, between) : "none";
  const rows = drafts.map(({ name, blank, bold, indent }, row): StatementRow => {
    const own = written[row];
    const figures = own ?? columns.map(() => null);
    const deviation =
      own === null || own === undefined
        ? null
        : (own[0]! - own[1]!) * (negativeFavour === "favourable" ? favourOf(style, drafts[row]!) : 1);
    return {
      name,
      account: form === "accounts" ? account(drafts, row) : null,
      indent: indent ?? 0,
      bold: bold ?? false,
      blankAbove: blank ?? false,
      figures: own === null || own === undefined || !withDeviation ? figures : [...figures, deviation],
      formula: null,
      chosen: null,
      hidden: false,
      unreadable: false,
    };
  });
  // Plain differences of costs and income written alike say nothing of kinds; with nothing else to say them the table is not readable.
  const table: StatementTable = {
    rows,
    columns,
    decimals: unit === "Mkr" ? 1 : 0,
    titles: making.titles,
    lineHeading: making.lineHeading,
    headings: [],
    stated: null,
  };
  const lines = drafts.flatMap((draft, row) =>
    draft.role === "line" ? [{ row, favour: favourOf(style, draft) }] : [],
  );
  return { seed, table, lines, style, form, damage };
}

/** The exact figures of a sum, from the exact figures of the lines whose shown figures it was made of. */
function sumBehind(
  drafts: readonly Draft[],
  real: readonly (readonly number[] | null)[],
  row: number,
): readonly number[] {
  const target = drafts[row]!.real!;
  const lines = drafts.flatMap((draft, at) => (draft.role === "line" ? [at] : []));
  for (let from = 0; from < lines.length; from++)
    for (let to = lines.length; to > from; to--) {
      const part = lines.slice(from, to);
      const own = target.map((_, column) => part.reduce((sum, at) => sum + drafts[at]!.real![column]!, 0));
      if (own.every((each, column) => each === target[column]))
        return target.map((_, column) => part.reduce((sum, at) => sum + real[at]![column]!, 0));
    }
  return target;
}

function turn(style: Style, { kind, role }: Draft): 1 | -1 {
  if (style === "ledger") return -1;
  if (style === "costs-positive") return role === "other" ? 1 : -1;
  if (style === "unsigned") return kind === "cost" && role !== "result" ? -1 : 1;
  return 1;
}

function favourOf(style: Style, { kind, role }: Draft): 1 | -1 {
  if (style === "ledger" || style === "costs-positive") return -1;
  if (style === "unsigned") return kind === "cost" && role !== "result" ? -1 : 1;
  return 1;
}

function account(drafts: readonly Draft[], row: number): string | null {
  const { role, kind } = drafts[row]!;
  return role === "line" ? String((kind === "income" ? 3010 : 4010) + row * 10) : null;
}

/** Another digit, or two digits swapped, in one outcome or budget of a line or a sum. */
function hurt(
  drafts: readonly Draft[],
  written: (number[] | null)[],
  next: () => number,
  between: (low: number, high: number) => number,
): string {
  const able = drafts.flatMap(({ role }, row) =>
    role !== "other" && written[row] !== null && [0, 1].some((column) => Math.abs(written[row]![column]!) >= 10)
      ? [row]
      : [],
  );
  const row = able[Math.floor(next() * able.length)];
  if (row === undefined) return "none";
  const column = Math.abs(written[row]![0]!) >= 10 && next() < 0.5 ? 0 : Math.abs(written[row]![1]!) >= 10 ? 1 : 0;
  const value = written[row]![column]!;
  const digits = Array.from(String(Math.abs(value)));
  const at = between(0, digits.length - 1);
  if (next() < 0.5 && at + 1 < digits.length && digits[at] !== digits[at + 1])
    [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
  else digits[at] = String((Number(digits[at]) + between(1, 9)) % 10);
  const changed = Number(digits.join("")) * Math.sign(value);
  if (changed === value) return "none";
  written[row]![column] = changed;
  return `${drafts[row]!.role} ${drafts[row]!.name ?? ""} ${column === 0 ? "outcome" : "budget"} ${value} → ${changed}`;
}
