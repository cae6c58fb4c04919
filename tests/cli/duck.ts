// tests/cli/duck.ts: a Parquet file asked with DuckDB, an engine of somebody else's.
import { DuckDBInstance } from "@duckdb/node-api";

/** Rows of a query as objects of texts; null stays null. */
export async function asked(query: string): Promise<readonly Readonly<Record<string, string | null>>[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const rows = (await connection.runAndReadAll(query)).getRowObjects();
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)])),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
