// src/cli/rollUp/tidyFile.ts: tidy rows as Parquet, with exact decimals and dates, or as CSV.
import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { KR_DECIMALS, krSteps } from "../../domain/rollUp/roundedKr";
import { TIDY_COLUMNS, type TidyRow, type TidyType } from "../../domain/rollUp/tidyRows";

const NAMES = Object.keys(TIDY_COLUMNS) as (keyof TidyRow)[];
/** Digits of a stored amount: what 64 bits hold. */
const PRECISION = 18;
const MS_PER_DAY = 86_400_000;

type Schema = NonNullable<Parameters<typeof parquetWrite>[0]["schema"]>;

const STORED: Readonly<Record<TidyType, Omit<Schema[number], "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  date: { type: "INT32", converted_type: "DATE" },
  kr: { type: "INT64", converted_type: "DECIMAL", precision: PRECISION, scale: KR_DECIMALS },
  count: { type: "INT32" },
  flag: { type: "BOOLEAN" },
};

/** Rows as a Parquet file; none give a file with the columns and no rows. */
export async function tidyParquet(rows: readonly TidyRow[]): Promise<Uint8Array> {
  const writer = new ByteWriter();
  await parquetWrite({
    writer,
    schema: [
      { name: "root", num_children: NAMES.length },
      ...NAMES.map((name) => ({ name, repetition_type: "OPTIONAL" as const, ...STORED[TIDY_COLUMNS[name]] })),
    ],
    columnData: NAMES.map((name) => ({ name, data: rows.map((row) => stored(row[name], TIDY_COLUMNS[name])) })),
    createdBy: "Samkalkyl",
  });
  return writer.getBytes();
}

/** Whole numbers of the smallest step are given as bigints: the writer takes those as they are, while it multiplies numbers. */
function stored(value: string | number | boolean | null, type: TidyType): unknown {
  if (value === null) return null;
  if (type === "kr") return krSteps(String(value));
  return type === "date" ? Date.parse(`${String(value)}T00:00:00Z`) / MS_PER_DAY : value;
}

/** Comma between values, full stop in decimals, UTF-8, a header: what any engine reads; null is empty. */
export function csvOf<Row extends object>(names: readonly (keyof Row & string)[], rows: readonly Row[]): string {
  const line = (values: readonly unknown[]): string => values.map(csvValue).join(",");
  return `${[line(names), ...rows.map((row) => line(names.map((name) => row[name])))].join("\r\n")}\r\n`;
}

export function tidyCsv(rows: readonly TidyRow[]): string {
  return csvOf<TidyRow>(NAMES, rows);
}

function csvValue(value: unknown): string {
  const text =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
