#!/usr/bin/env bash
# findings/arrow-decimal-scale.sh: parquet-wasm 0.8.0 read into apache-arrow 21.2.0: a DECIMAL(9,2) column knows its scale in its type, but each value is the whole öre: 4.35 is 435 as a number, as text and in JSON, a hundred times too large.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund parquet-wasm@0.8.0 apache-arrow@21.2.0 hyparquet-writer@0.17.0
cat > run.mjs <<'SCRIPT'
import { readParquet } from "parquet-wasm";
import { tableFromIPC } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";
const schema = [
  { name: "root", num_children: 1 },
  { name: "amount", type: "INT32", converted_type: "DECIMAL", precision: 9, scale: 2, repetition_type: "OPTIONAL" },
];
const file = parquetWriteBuffer({ columnData: [{ name: "amount", data: [4.35, -8.2, 1050] }], schema });
const column = tableFromIPC(readParquet(new Uint8Array(file)).intoIPCStream()).getChild("amount");
console.log("precision", column.type.precision, "scale", column.type.scale);
for (const value of column) console.log(Number(value), String(value), JSON.stringify(value));
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
precision 9 scale 2
435 435 "\"435\""
-820 -820 "\"-820\""
105000 105000 "\"105000\""
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
