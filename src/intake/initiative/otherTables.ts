// src/intake/initiative/otherTables.ts: tables that are known by their headings but hold no budget. Each kind has its own reader file.
import { folded, foldedKey } from "../fold";
import { withoutUnit } from "../unitText";
import type { Grid } from "../grid";

/** The kinds of json-contract.md, "Tables it recognises", beside budgets and initiatives; `counts`: persons planned against actual; `sources`: who pays a support. */
export type OtherKind =
  "contributions" | "participants" | "assumptions" | "goals" | "claims" | "before-after" | "counts" | "sources";

/** A recognised header: the columns by their folded names. */
export interface OtherHeader {
  readonly kind: OtherKind;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly columns: ReadonlyMap<string, number>;
}

interface Signature {
  readonly kind: OtherKind;
  /** Every word group needs one of its headings. */
  readonly groups: readonly (readonly string[])[];
  /** None of these may be there. */
  readonly without?: readonly string[];
}

const BUDGET_WORDS: readonly string[] = ["budget", "kostnadsslag", "kostnadspost", "konto"];
const BEFORE_SUPPORT: readonly string[] = [
  "forsorjningfore",
  "tidigareforsorjning",
  "stodfore",
  "beloppfore",
  "supportbefore",
  "amountbefore",
];

const SIGNATURES: readonly Signature[] = [
  {
    kind: "participants",
    groups: [
      ["deltagare", "participant", "participants", "deltagarid", "deltagarnr", "deltagarnummer"],
      [...BEFORE_SUPPORT, "fodelsedatum", "fodelsear", "birthdate", "birthyear"],
    ],
  },
  { kind: "participants", groups: [["id", "lopnr", "lopnummer", "kod", "person", "individ"], BEFORE_SUPPORT] },
  {
    kind: "contributions",
    groups: [
      ["part", "samverkanspart", "myndighet", "finansiar", "party", "agency"],
      [
        "kontant",
        "kontanta",
        "kontanter",
        "kontantinsats",
        "egentid",
        "naturainsats",
        "natura",
        "cash",
        "inkind",
        "owntime",
      ],
    ],
  },
  {
    kind: "contributions",
    groups: [
      ["part", "samverkanspart", "myndighet", "finansiar", "party", "agency"],
      ["andel", "avtaladandel", "andelenligtoverenskommelse", "share", "agreedshare"],
    ],
    without: BUDGET_WORDS,
  },
  {
    kind: "contributions",
    groups: [
      ["part", "samverkanspart", "myndighet", "finansiar", "party", "agency"],
      ["timmar", "hours"],
      ["timkostnad", "hourlycost"],
    ],
  },
  {
    kind: "assumptions",
    groups: [
      ["antagande", "assumption"],
      ["bas", "base"],
    ],
  },
  {
    kind: "goals",
    groups: [
      ["mal", "goal"],
      ["malvarde", "malniva", "target"],
    ],
  },
  {
    kind: "claims",
    groups: [
      ["pastaende", "claim"],
      ["uppgivet", "stated"],
    ],
  },
  {
    kind: "sources",
    groups: [
      ["forsorjning", "inkomstkalla", "stod", "support", "source"],
      ["betalas", "betalasav", "betalare", "payer", "paidby"],
    ],
  },
  {
    kind: "before-after",
    groups: [
      ["forsorjning", "forsorjningskalla", "inkomstkalla", "support", "insats", "projekt", "initiative"],
      ["fore", "before", "start", "vidstart", "antalfore"],
      ["efter", "after", "slut", "vidslut", "antalefter"],
    ],
    without: BUDGET_WORDS,
  },
  {
    kind: "counts",
    groups: [
      ["planerat", "beraknat", "planeratantal", "beraknatantal", "planned", "plan"],
      ["utfall", "faktiskt", "verkligt", "antal", "outcome", "actual"],
    ],
    without: [...BUDGET_WORDS, "mal", "goal", "avvikelse"],
  },
];

/** Folded like the headings themselves: folding also makes `åe` in `påstående` an a. */
const FOLDED = SIGNATURES.map(({ kind, groups, without = [] }) => ({
  kind,
  groups: groups.map((group) => group.map(foldedKey)),
  without: without.map(foldedKey),
}));

const LONGEST_HEADING = 60;
const PER_PERIOD =
  /[\s,;:]*(?:(?:t?kr|sek|kronor)[\s.]*)?(?:\/|\bper\b|\bi\b) ?(?:man(?:ad(?:en)?)?|ar(?:et)?|month|year)\.?$/u;

/** The names a heading goes by: without its unit, without any bracket, without `per månad`. The first is the fullest. */
export function headingNames(text: string): readonly string[] {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const names = namesOf(text);
  if (cache.size > 50_000) cache.clear();
  cache.set(text, names);
  return names;
}

const cache = new Map<string, readonly string[]>();

function namesOf(text: string): readonly string[] {
  const bare = folded(text)
    .replace(/[([{][^)\]}]*[)\]}]/gu, " ")
    .trim();
  return [
    ...new Set(
      [withoutUnit(text), bare, bare.replace(PER_PERIOD, ""), withoutUnit(bare.replace(PER_PERIOD, ""))].map(foldedKey),
    ),
  ].filter((name) => name !== "");
}

/** The headers in this row: of each run of headings side by side, or of the whole row when none of the runs is one. */
export function otherHeadersAt(grid: Grid, row: number): readonly OtherHeader[] {
  const cells = grid.values[row];
  if (cells === undefined) return [];
  const runs = runsOf(cells);
  const found = runs.flatMap(({ left, right, texts }) => (texts ? (headerIn(cells, row, left, right) ?? []) : []));
  const [first] = runs;
  const last = runs.at(-1);
  if (
    found.length > 0 ||
    runs.length < 2 ||
    first === undefined ||
    last === undefined ||
    !runs.every(({ texts }) => texts)
  )
    return found;
  const whole = headerIn(cells, row, first.left, last.right);
  return whole === null ? [] : [whole];
}

/** Filled cells side by side; headings are text alone, which spares most rows of a body a closer look. */
function runsOf(
  cells: Grid["values"][number],
): readonly { readonly left: number; readonly right: number; readonly texts: boolean }[] {
  const runs: { left: number; right: number; texts: boolean }[] = [];
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell === null || cell === undefined || cell === "") continue;
    const last = runs.at(-1);
    const text = typeof cell === "string";
    if (last?.right === column - 1) {
      last.right = column;
      last.texts &&= text;
    } else runs.push({ left: column, right: column, texts: text });
  }
  return runs;
}

/** The columns by the names that their headings go by; a name belongs to the first column that has it. */
export function namesOfColumns(
  cells: Grid["values"][number],
  left: number,
  right: number,
): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const names: (readonly [number, readonly string[]])[] = [];
  for (let column = left; column <= right; column++) {
    const cell = cells[column];
    if (typeof cell === "string" && cell.length <= LONGEST_HEADING) names.push([column, headingNames(cell)]);
  }
  // A full name goes before another column's shortened one.
  const most = Math.max(0, ...names.map(([, all]) => all.length));
  for (let rank = 0; rank < most; rank++) {
    for (const [column, all] of names) {
      const name = all[rank];
      if (name !== undefined && !columns.has(name)) columns.set(name, column);
    }
  }
  return columns;
}

function headerIn(cells: Grid["values"][number], row: number, left: number, right: number): OtherHeader | null {
  if (right <= left) return null;
  const columns = namesOfColumns(cells, left, right);
  const found = FOLDED.find(
    ({ groups, without }) =>
      groups.every((group) => group.some((name) => columns.has(name))) && !without.some((name) => columns.has(name)),
  );
  return found === undefined ? null : { kind: found.kind, row, left, right, columns };
}
