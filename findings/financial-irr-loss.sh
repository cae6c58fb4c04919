#!/usr/bin/env bash
# findings/financial-irr-loss.sh: financial 0.2.4: irr of an investment of which 40 % comes back is a rate below -100 %, which no investment can have: (-100, 20, 20) gives -1.36 where the return is -0.44; the other root of the polynomial, and no sign of doubt.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund financial@0.2.4
cat > run.cjs <<'SCRIPT'
const { irr } = require("financial");
const presentValue = (rate, flows) => flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0);
for (const flows of [[-100, 60, 60], [-100, 45, 45], [-100, 20, 20], [-100, 10, 20, 30]]) {
  const rate = irr(flows);
  console.log(flows.join(" "), "->", rate.toFixed(6));
}
console.log("present value of -100 20 20 at -0.441742:", presentValue(-0.441742, [-100, 20, 20]).toFixed(3));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
-100 60 60 -> 0.130662
-100 45 45 -> -0.067451
-100 20 20 -> -1.358258
-100 10 20 30 -> -0.192393
present value of -100 20 20 at -0.441742: -0.000
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
