#!/usr/bin/env bash
# findings/financejs-payback.sh: financejs 4.1.0: PP gives the part of the last period that is left over, not the part that is needed (50 paid, 60 back: 0.17 periods instead of 0.83), the first crossing although it falls below again, and nothing when it comes out even.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund financejs@4.1.0
cat > run.cjs <<'SCRIPT'
const { Finance } = require("financejs");
const finance = new Finance();
const of = (...flows) => finance.PP(flows.length - 1, ...flows);
console.log("-50 60:", of(-50, 60));
console.log("-50 40 40:", of(-50, 40, 40));
console.log("-50 60 -100 10:", of(-50, 60, -100, 10));
console.log("-50 25 25:", of(-50, 25, 25));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
-50 60: 0.16666666666666663
-50 40 40: 1.75
-50 60 -100 10: 0.16666666666666663
-50 25 25: undefined
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
