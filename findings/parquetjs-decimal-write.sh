#!/usr/bin/env bash
# findings/parquetjs-decimal-write.sh: @dsnp/parquetjs 1.8.9 cuts a DECIMAL where the float lies under the amount: 8.20 is stored as 8.19, and -0.07 as -0.08.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.9 hyparquet@1.31.5
cat > run.mjs <<'SCRIPT'
import { readFileSync } from "node:fs";
import parquet from "@dsnp/parquetjs";
import { parquetReadObjects } from "hyparquet";
const schema = new parquet.ParquetSchema({ kr: { type: "DECIMAL", precision: 18, scale: 2 } });
const writer = await parquet.ParquetWriter.openFile(schema, "kr.parquet");
const amounts = [8.2, 4.35, -0.07, 1234567.89, 29];
for (const kr of amounts) await writer.appendRow({ kr });
await writer.close();
const bytes = readFileSync("kr.parquet");
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
for (const [index, { kr }] of (await parquetReadObjects({ file })).entries()) console.log(amounts[index], "is stored as", kr.toFixed(2));
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
8.2 is stored as 8.19
4.35 is stored as 4.34
-0.07 is stored as -0.08
1234567.89 is stored as 1234567.88
29 is stored as 29.00
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
