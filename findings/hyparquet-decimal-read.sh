#!/usr/bin/env bash
# findings/hyparquet-decimal-read.sh: hyparquet 1.31.5 reads a DECIMAL as its whole number times a float power of ten, so that exact amounts come back inexact.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyparquet@1.31.5 hyparquet-writer@0.17.0
cat > run.mjs <<'SCRIPT'
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
// 435 and 820 hundredths, exact in the file.
const file = parquetWriteBuffer({
  columnData: [{ name: "kr", data: [435n, 820n, 1999n] }],
  schema: [{ name: "root", num_children: 1 }, { name: "kr", type: "INT64", converted_type: "DECIMAL", scale: 2, precision: 18, repetition_type: "REQUIRED" }],
});
for (const { kr } of await parquetReadObjects({ file })) console.log(kr);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
4.3500000000000005
8.2
19.990000000000002
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
