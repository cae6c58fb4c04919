#!/usr/bin/env bash
# findings/hyparquet-writer-decimal-bigint.sh: hyparquet-writer 0.17.0 takes a number as the amount and a bigint as its hundredths, in the same DECIMAL column.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet@1.31.5 hyparquet-writer@0.17.0
cat > run.mjs <<'SCRIPT'
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
const file = parquetWriteBuffer({
  columnData: [{ name: "kr", data: [29, 29n] }],
  schema: [{ name: "root", num_children: 1 }, { name: "kr", type: "INT64", converted_type: "DECIMAL", scale: 2, precision: 18, repetition_type: "REQUIRED" }],
});
for (const { kr } of await parquetReadObjects({ file })) console.log(kr);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
29
0.29
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
