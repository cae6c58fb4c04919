#!/usr/bin/env bash
# findings/fast-formula-parser-proper.sh: fast-formula-parser 1.0.19: PROPER takes å, ä and ö for what stands between words: "åsa öberg" becomes "ÅSa öBerg", and a name compared with the one that Excel writes is another.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fast-formula-parser@1.0.19
cat > run.cjs <<'SCRIPT'
const parser = new (require("fast-formula-parser"))();
for (const name of ["anna berg", "åsa öberg", "kurt läns"]) console.log(name, "->", parser.parse(`PROPER("${name}")`, { row: 1, col: 1, sheet: "S" }));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
anna berg -> Anna Berg
åsa öberg -> ÅSa ÖBerg
kurt läns -> Kurt LÄNs
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
