#!/usr/bin/env bash
# findings/hucre-bigint.sh: hucre 1.0.0 writes no cell for a bigint, and reads back nothing; numbers beside it are kept.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0
cat > run.mjs <<'SCRIPT'
import { readXlsx, writeXlsx } from "hucre";
const rows = [["Post", "Kronor"], ["tal", 29], ["heltal", 29n], ["summa", 58]];
const bytes = await writeXlsx({ sheets: [{ name: "Budget", rows }] });
const { sheets } = await readXlsx(bytes);
for (const [name, value] of sheets[0].rows) console.log(`${name}: ${value}`);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
Post: Kronor
tal: 29
heltal: null
summa: 58
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
