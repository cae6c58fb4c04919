// tests/damage/generate.ts: workbooks whose right figures are known beforehand: how they are made is the oracle, nothing is read back.
import { random } from "../intake/statement/generator";
import { type Book, type Cell, cell, type Figures, type Mark, type Measure, type Sheet, type TableTruth } from "./book";

export interface Rng {
  readonly next: () => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly between: (low: number, high: number) => number;
  readonly shuffled: <T>(from: readonly T[]) => T[];
}

export function rngOf(seed: number): Rng {
  const next = random(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    chance: (share) => next() < share,
    pick: (from) => from[Math.floor(next() * from.length)]!,
    between,
    shuffled: (from) => {
      const copy = [...from];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = between(0, at);
        [copy[at], copy[other]] = [copy[other]!, copy[at]!];
      }
      return copy;
    },
  };
}

const COSTS = [
  "Personalkostnader",
  "Lokalkostnader",
  "Kansli",
  "Styrelse",
  "Revision",
  "Konsulter",
  "Resor och konferenser",
  "IT och telefoni",
  "Information",
  "Kontorsmaterial",
  "Utbildning",
  "Försäkringar",
  "Köp av verksamhet",
  "Övriga kostnader",
  "Insats Vägen in",
  "Insats Stegen",
  "Insats Bron",
];
const INCOME = [
  "Medlemsavgifter",
  "Bidrag från staten",
  "Ränteintäkter",
  "Övriga intäkter",
  "Projektintäkter",
  "Hyresintäkter",
];

/** Unit, its öre, and the step of the written figures in öre. */
const UNITS = [
  { unit: "kr", factor: 100, step: 100 },
  { unit: "kr", factor: 100, step: 1 },
  { unit: "kr", factor: 100, step: 100_000 },
  { unit: "tkr", factor: 100_000, step: 100_000 },
  { unit: "tkr", factor: 100_000, step: 10_000 },
] as const;
type Scale = (typeof UNITS)[number];

type Signs = "costs-positive" | "costs-negative" | "signed" | "unsigned";

interface Draft {
  readonly rng: Rng;
  readonly scale: Scale;
  readonly signs: Signs;
  readonly lines: { readonly name: string; readonly kind: "income" | "cost" }[];
  readonly year: number;
}

export const yearKey = (year: number): string => `${year}-01/${year}-12`;

/** What a cell holds for an amount in öre. */
export function written(ore: number | null, { factor }: Pick<TableTruth, "factor">): number | null {
  return ore === null ? null : ore / factor;
}

function drafted(rng: Rng, income: boolean): Draft {
  const costs = rng
    .shuffled(COSTS)
    .slice(0, rng.between(4, 9))
    .map((name) => ({ name, kind: "cost" as const }));
  const incomes = rng
    .shuffled(INCOME)
    .slice(0, rng.between(2, 4))
    .map((name) => ({ name, kind: "income" as const }));
  return {
    rng,
    scale: rng.pick(UNITS),
    signs: income
      ? rng.pick(["signed", "unsigned"] as const)
      : rng.pick(["costs-positive", "costs-positive", "costs-negative"] as const),
    lines: income ? [...incomes, ...costs] : costs,
    year: rng.between(2019, 2025),
  };
}

function figured({ rng, scale, signs }: Draft, kind: "income" | "cost"): Figures {
  const budget = Math.max(3, Math.round((4_000_000_00 * rng.next() ** 2.5) / scale.step)) * scale.step;
  const round = scale.step === 1 ? Math.ceil(budget / 100_000) * 100_000 : budget;
  const outcome = rng.chance(0.04) ? 0 : Math.round((round * (0.7 + rng.next() * 0.6)) / scale.step) * scale.step;
  const sign = signs === "costs-negative" || (signs === "signed" && kind === "cost") ? -1 : 1;
  return { outcome: sign * outcome + 0, budget: sign * round };
}

function truthOf(
  draft: Draft,
  periods: readonly string[],
  more: Pick<TableTruth, "layout" | "sums" | "deviations" | "name">,
): TableTruth {
  const { lines, signs, scale } = draft;
  return {
    ...more,
    step: scale.step,
    factor: scale.factor,
    lines: lines.map(({ name, kind }) => ({
      name,
      kind,
      favour: (signs === "costs-positive" || signs === "unsigned") && kind === "cost" ? -1 : 1,
      figures: Object.fromEntries(periods.map((period) => [period, figured(draft, kind)])),
    })),
  };
}

const sheetOf = (name: string, rows: Cell[][]): Sheet => ({
  name,
  rows,
  hiddenRows: new Set(),
  hidden: false,
  merges: [],
});

/** Cells of one table; every cell carries the table's index. */
function marker(table: number): (value: Cell["value"], mark: Mark, more?: Partial<Cell>) => Cell {
  return (value, mark, more = {}) => cell(value, { ...more, mark: { ...mark, table } });
}

const FORMATS: Readonly<Record<number, string>> = { 100: "#,##0", 1: "#,##0.00", 100_000: "#,##0", 10_000: "#,##0.0" };

/** Kostnadsslag · År · Utfall · Budget: a row per line and year (or month). */
function long(rng: Rng, months: boolean): Book {
  const draft = drafted(rng, false);
  const count = months ? rng.between(3, 6) : rng.between(1, 3);
  const periods = Array.from({ length: count }, (_, at) => {
    const month = String(at + 1).padStart(2, "0");
    return months ? `${draft.year}-${month}/${draft.year}-${month}` : yearKey(draft.year + at);
  });
  const lines = draft.lines.slice(0, months ? 4 : undefined);
  const sums = rng.chance(0.4);
  const truth = truthOf({ ...draft, lines }, periods, {
    layout: months ? "long-months" : "long",
    sums,
    deviations: false,
    name: null,
  });
  const put = marker(0);
  const format = FORMATS[draft.scale.step] ?? "General";
  const { unit } = draft.scale;
  const rows: Cell[][] = rng.chance(0.5) ? [[put("Uppföljning av budget", { is: "title" })], []] : [];
  rows.push([
    put("Kostnadsslag", { is: "names" }),
    put(months ? "Månad" : "År", { is: "periods" }),
    put(`Utfall (${unit})`, { is: "heading", measure: "outcome", period: "" }),
    put(`Budget (${unit})`, { is: "heading", measure: "budget", period: "" }),
  ]);
  for (const period of periods)
    truth.lines.forEach((line, at) => {
      const shown = months ? period.slice(0, 7) : Number(period.slice(0, 4));
      rows.push([
        put(line.name, { is: "name", line: at }),
        put(shown, { is: "period", period }),
        ...amountCells(put, truth, at, period, ["outcome", "budget"], format),
      ]);
    });
  if (sums) rows.push(sumRow(put, truth, ["outcome", "budget"], periods, 2, "Summa", format));
  return bookOf(rng, truth, [sheetOf(rng.pick(["Blad1", "Ekonomi", "Uppföljning"]), rows)]);
}

function amountCells(
  put: ReturnType<typeof marker>,
  truth: TableTruth,
  line: number,
  period: string,
  measures: readonly Measure[],
  format: string,
): Cell[] {
  const own = truth.lines[line]!.figures[period]!;
  return measures.map((measure) =>
    put(written(own[measure], truth), { is: "amount", line, period, measure }, { format }),
  );
}

/** The sum of all lines per column; of all periods where they stand below each other. */
function sumRow(
  put: ReturnType<typeof marker>,
  truth: TableTruth,
  measures: readonly (Measure | "deviation")[],
  periods: readonly string[],
  before: number,
  name: string,
  format: string,
  lines: readonly number[] = truth.lines.map((_, at) => at),
  net = false,
): Cell[] {
  const total = (measure: Measure): number =>
    lines.reduce((sum, at) => {
      const { kind, favour, figures } = truth.lines[at]!;
      const turn = net && kind === "cost" && favour === -1 ? -1 : 1;
      return sum + turn * periods.reduce((own, period) => own + (figures[period]![measure] ?? 0), 0);
    }, 0);
  const named = put(name, { is: "sum", name: true, lines, measure: null }, { bold: true });
  return [
    named,
    ...Array.from({ length: before - 1 }, () => cell(null)),
    ...measures.map((measure) =>
      measure === "deviation"
        ? put(
            written(deviationOf(truth, lines, periods), truth),
            { is: "sum", name: false, lines, measure: null },
            { format, bold: true },
          )
        : put(written(total(measure), truth), { is: "sum", name: false, lines, measure }, { format, bold: true }),
    ),
  ];
}

function deviationOf(truth: TableTruth, lines: readonly number[], periods: readonly string[]): number {
  return lines.reduce((sum, at) => {
    const { favour, figures } = truth.lines[at]!;
    return (
      sum + periods.reduce((own, period) => own + favour * (figures[period]!.outcome! - figures[period]!.budget!), 0)
    );
  }, 0);
}

/** Years side by side over Utfall and Budget, costs below each other, a total. */
function wide(rng: Rng): Book {
  const draft = drafted(rng, false);
  const years = Array.from({ length: rng.between(2, 4) }, (_, at) => draft.year - at).reverse();
  const periods = years.map(yearKey);
  const sums = rng.chance(0.7);
  const truth = truthOf(draft, periods, { layout: "wide", sums, deviations: false, name: null });
  const put = marker(0);
  const format = FORMATS[draft.scale.step] ?? "General";
  const order: readonly Measure[] = rng.chance(0.5) ? ["outcome", "budget"] : ["budget", "outcome"];
  const words = { outcome: "Utfall", budget: "Budget" } as const;
  const top = [
    [put("Ekonomiutfall i förhållande till budget", { is: "title" })],
    [put(`Belopp i ${draft.scale.unit}`, { is: "unit" })],
    [],
  ];
  const group = [
    cell(null),
    ...years.flatMap((year) => [put(year, { is: "period", period: yearKey(year) }), cell(null)]),
  ];
  const heading = [
    put("Kostnadsslag", { is: "names" }),
    ...periods.flatMap((period) => order.map((measure) => put(words[measure], { is: "heading", measure, period }))),
  ];
  const body = truth.lines.map((line, at) => [
    put(line.name, { is: "name", line: at }),
    ...periods.flatMap((period) => amountCells(put, truth, at, period, order, format)),
  ]);
  const total = sums
    ? [
        [
          ...sumRow(put, truth, [], [], 1, rng.pick(["Summa kostnader", "Totalt"]), format),
          ...periods.flatMap((period) => sumRow(put, truth, order, [period], 1, "", format).slice(1)),
        ],
      ]
    : [];
  const sheet = sheetOf("Ekonomi", [...top, group, heading, ...body, ...total]);
  sheet.merges = years.map((_, at) => `${"BDFHJ"[at]}4:${"CEGIK"[at]}4`);
  return bookOf(rng, truth, [sheet]);
}

/** One year: Utfall, Budget and perhaps Avvikelse, in any order, with a total. */
function oneYear(rng: Rng): Book {
  const draft = drafted(rng, false);
  const period = yearKey(draft.year);
  const [sums, deviations] = [rng.chance(0.75), rng.chance(0.6)];
  const truth = truthOf(draft, [period], { layout: "one-year", sums, deviations, name: null });
  const rows = oneYearRows(draft, truth, period, 0, `Budgetuppföljning ${draft.year}`);
  return bookOf(rng, truth, [sheetOf(rng.pick(["Uppföljning", "Blad1"]), rows)]);
}

function oneYearRows(draft: Draft, truth: TableTruth, period: string, table: number, title: string): Cell[][] {
  const { rng, scale } = draft;
  const put = marker(table);
  const format = FORMATS[scale.step] ?? "General";
  const order: readonly Measure[] = rng.chance(0.5) ? ["outcome", "budget"] : ["budget", "outcome"];
  const words = { outcome: rng.pick(["Utfall", "Bokslut", "Utfall"]), budget: "Budget" };
  const years = rng.chance(0.5) ? ` ${draft.year}` : "";
  const all = truth.lines.map((_, at) => at);
  const rows: Cell[][] = [
    [put(title, { is: "title" })],
    rng.chance(0.5) ? [put(`(${scale.unit})`, { is: "unit" })] : [put(`Belopp i ${scale.unit}`, { is: "unit" })],
    [
      put(rng.pick(["Kostnadsslag", "Verksamhet"]), { is: "names" }),
      ...order.map((measure) => put(words[measure] + years, { is: "heading", measure, period })),
      ...(truth.deviations ? [put("Avvikelse", { is: "deviations" })] : []),
    ],
  ];
  const deviation = (lines: readonly number[]): Cell[] =>
    truth.deviations
      ? [
          lines.length === 1
            ? put(
                written(deviationOf(truth, lines, [period]), truth),
                { is: "deviation", line: lines[0]!, period },
                { format },
              )
            : put(
                written(deviationOf(truth, lines, [period]), truth),
                { is: "sum", name: false, lines, measure: null },
                { format },
              ),
        ]
      : [];
  truth.lines.forEach((line, at) => {
    rows.push([
      put(line.name, { is: "name", line: at }),
      ...amountCells(put, truth, at, period, order, format),
      ...deviation([at]),
    ]);
  });
  if (truth.sums)
    rows.push([
      ...sumRow(put, truth, order, [period], 1, rng.pick(["Summa", "Summa kostnader", "Totalt"]), format),
      ...deviation(all),
    ]);
  return rows;
}

/** Income and costs in sections, their sums, and the result. */
function statement(rng: Rng): Book {
  const draft = drafted(rng, true);
  const period = yearKey(draft.year);
  const deviations = rng.chance(0.5);
  const truth = truthOf(draft, [period], { layout: "statement", sums: true, deviations, name: null });
  const put = marker(0);
  const format = FORMATS[draft.scale.step] ?? "General";
  const order: readonly Measure[] = rng.chance(0.5) ? ["outcome", "budget"] : ["budget", "outcome"];
  const words = { outcome: "Utfall", budget: "Budget" } as const;
  const of = (kind: "income" | "cost"): number[] => truth.lines.flatMap((line, at) => (line.kind === kind ? [at] : []));
  const measures = deviations ? [...order, "deviation" as const] : order;
  const rows: Cell[][] = [
    [put(`Resultaträkning ${draft.year}`, { is: "title" })],
    [put(`Belopp i ${draft.scale.unit}`, { is: "unit" })],
    [
      cell(null),
      ...order.map((measure) => put(`${words[measure]} ${draft.year}`, { is: "heading", measure, period })),
      ...(deviations ? [put("Avvikelse", { is: "deviations" })] : []),
    ],
  ];
  for (const kind of ["income", "cost"] as const) {
    const lines = of(kind);
    const title = kind === "income" ? "Intäkter" : "Kostnader";
    rows.push([put(title, { is: "group" }, { bold: true })]);
    for (const at of lines)
      rows.push([
        put(truth.lines[at]!.name, { is: "name", line: at }),
        ...amountCells(put, truth, at, period, order, format),
        ...(deviations
          ? [put(written(deviationOf(truth, [at], [period]), truth), { is: "deviation", line: at, period }, { format })]
          : []),
      ]);
    rows.push(sumRow(put, truth, measures, [period], 1, `Summa ${title.toLowerCase()}`, format, lines));
  }
  rows.push(
    sumRow(put, truth, measures, [period], 1, "Årets resultat", format, [...of("income"), ...of("cost")], true),
  );
  return bookOf(rng, truth, [sheetOf(rng.pick(["Resultat", "Blad1"]), rows)]);
}

/** Budget on one sheet, outcome on another. */
function twoSheets(rng: Rng): Book {
  const draft = drafted(rng, false);
  const period = yearKey(draft.year);
  const sums = rng.chance(0.6);
  const truth = truthOf(draft, [period], { layout: "two-sheets", sums, deviations: false, name: null });
  const put = marker(0);
  const format = FORMATS[draft.scale.step] ?? "General";
  const sheets = (["budget", "outcome"] as const).map((measure) => {
    const word = measure === "budget" ? "Budget" : "Utfall";
    return sheetOf(`${word} ${draft.year}`, [
      [put(`Belopp i ${draft.scale.unit}`, { is: "unit" })],
      [put("Kostnadsslag", { is: "names" }), put(word, { is: "heading", measure, period })],
      ...truth.lines.map((line, at) => [
        put(line.name, { is: "name", line: at }),
        ...amountCells(put, truth, at, period, [measure], format),
      ]),
      ...(sums ? [sumRow(put, truth, [measure], [period], 1, "Summa", format)] : []),
    ]);
  });
  return bookOf(rng, truth, sheets);
}

/** A sheet per initiative. */
function initiatives(rng: Rng): Book {
  const names = rng.shuffled(["Bron", "Stegen", "Kompassen", "Lyftet"]).slice(0, 2);
  const base = drafted(rng, false);
  const made = names.map((name, at) => {
    const draft = { ...drafted(rng, false), scale: base.scale, signs: base.signs, year: base.year };
    const period = yearKey(draft.year);
    const truth = truthOf(draft, [period], { layout: "initiatives", sums: true, deviations: true, name });
    return { truth, sheet: sheetOf(name, oneYearRows(draft, truth, period, at, `Insats ${name} ${draft.year}`)) };
  });
  return {
    ...bookOf(
      rng,
      made[0]!.truth,
      made.map(({ sheet }) => sheet),
    ),
    truth: made.map(({ truth }) => truth),
  };
}

/** Contributions, participants and a small budget table, a sheet each. */
function records(rng: Rng): Book {
  const year = rng.between(2021, 2024);
  const parties = ["Försäkringskassan", "Arbetsförmedlingen", "Regionen", "Kommunen"];
  const put =
    (kind: "participants" | "contributions") =>
    (value: Cell["value"], column: string, row: number): Cell =>
      cell(value, { mark: { is: "record", kind, column, row, table: 0 } });
  const paid = put("contributions");
  const contributions = [
    ["Part", "År", "Kontant (kr)", "Egen tid (kr)"].map((text, at) => paid(text, `heading${at}`, -1)),
    ...parties.map((party, row) => [
      paid(party, "party", row),
      paid(year, "year", row),
      paid(rng.between(20, 900) * 1000, "cash", row),
      paid(rng.chance(0.4) ? rng.between(10, 200) * 1000 : null, "ownTime", row),
    ]),
  ];
  const person = put("participants");
  const participants = [
    [
      "Deltagare",
      "Födelseår",
      "Sista månad med tidigare stöd",
      "Försörjning före",
      "Belopp före (kr/mån)",
      "Försörjning efter",
      "Belopp efter (kr/mån)",
    ].map((text, at) => person(text, `heading${at}`, -1)),
    ...Array.from({ length: rng.between(4, 9) }, (_, row) => {
      const after = rng.pick(["Egen försörjning", "Egen försörjning", "Studiestöd"]);
      return [
        person(`D${String(row + 1).padStart(2, "0")}`, "id", row),
        person(rng.between(1962, 1999), "birthYear", row),
        person(`${year}-${String(rng.between(1, 12)).padStart(2, "0")}`, "lastMonth", row),
        person(rng.pick(["Försörjningsstöd", "Sjukpenning", "Aktivitetsstöd"]), "before", row),
        person(rng.between(80, 140) * 100, "amountBefore", row),
        person(after, "after", row),
        person(after === "Studiestöd" ? rng.between(30, 50) * 100 : 0, "amountAfter", row),
      ];
    }),
  ];
  return {
    layout: "records",
    carrier: rng.pick(["grid", "xlsx"]),
    date1904: false,
    sheets: [sheetOf("Finansiering", contributions), sheetOf("Deltagare", participants)],
    truth: [],
    alternatives: [],
    clean: null,
  };
}

function bookOf(rng: Rng, truth: TableTruth, sheets: Sheet[]): Book {
  const carrier =
    sheets.length === 1 ? rng.pick(["grid", "xlsx", "xlsx", "csv"] as const) : rng.pick(["grid", "xlsx"] as const);
  return { layout: truth.layout, carrier, date1904: false, sheets, truth: [truth], alternatives: [], clean: null };
}

export const LAYOUTS: Readonly<Record<string, (rng: Rng) => Book>> = {
  long: (rng) => long(rng, false),
  "long-months": (rng) => long(rng, true),
  wide,
  "one-year": oneYear,
  statement,
  "two-sheets": twoSheets,
  initiatives,
  records,
};
