#!/usr/bin/env bash
# findings/parquetjs-decimal-read.sh: @dsnp/parquetjs 1.8.9 reads its own DECIMAL of nine digits with a 0 after every amount: the rows no longer hold what was written, and half of them are lost.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @dsnp/parquetjs@1.8.9
cat > run.cjs <<'SCRIPT'
const parquet = require("@dsnp/parquetjs");
(async () => {
  for (const precision of [9, 10]) {
    const schema = new parquet.ParquetSchema({ kr: { type: "DECIMAL", precision, scale: 2 } });
    const path = `kr${precision}.parquet`;
    const writer = await parquet.ParquetWriter.openFile(schema, path);
    for (const kr of [1, 2, 3, 4]) await writer.appendRow({ kr });
    await writer.close();
    const reader = await parquet.ParquetReader.openFile(path);
    const cursor = reader.getCursor();
    const seen = [];
    for (let row = await cursor.next(); row; row = await cursor.next()) seen.push(row.kr);
    console.log(precision, "digits:", seen.join(" "));
    await reader.close();
  }
})();
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
9 digits: 1 0 2 0
10 digits: 1 2 3 4
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
