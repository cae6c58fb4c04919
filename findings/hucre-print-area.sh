#!/usr/bin/env bash
# findings/hucre-print-area.sh: hucre 1.0.0 writes a sheet name with a blank without quotes into print areas and title rows, where the format wants 'Budget 2026'!.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hucre@1.0.0 fflate@0.8.3
cat > run.mjs <<'SCRIPT'
import { writeXlsx } from "hucre";
import { strFromU8, unzipSync } from "fflate";
const pageSetup = { printArea: "A1:B2", printTitlesRow: "1:1" };
const bytes = await writeXlsx({ sheets: [{ name: "Budget 2026", rows: [["Post", "Kronor"], ["Personal", 100]], printArea: "A1:B2", pageSetup }] });
const workbook = strFromU8(unzipSync(bytes)["xl/workbook.xml"]);
for (const [, name, target] of workbook.matchAll(/<definedName name="([^"]*)"[^>]*>([^<]*)</g)) console.log(`${name} = ${target}`);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
_xlnm.Print_Area = Budget 2026!A1:B2
_xlnm.Print_Titles = Budget 2026!1:1
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
