#!/usr/bin/env bash
# findings/ssf-negative-half.sh: ssf 0.11.2: a number format rounds the half of a positive number away from zero and that of a negative one towards it: 0.25 is shown as 0.3 and -0.25 as -0.2, where Excel shows -0.3; a surplus and a deficit of one size look different.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ssf@0.11.2
cat > run.cjs <<'SCRIPT'
const { format } = require("ssf");
for (const [code, value] of [["0.0", 0.25], ["0.0", -0.25], ["#,##0.0", 1250.25], ["#,##0.0", -1250.25], ["0", 2.5], ["0", -2.5], ["0%", 0.125], ["0%", -0.125]]) console.log(code, value, format(code, value));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
0.0 0.25 0.3
0.0 -0.25 -0.2
#,##0.0 1250.25 1,250.3
#,##0.0 -1250.25 -1,250.3
0 2.5 3
0 -2.5 -2
0% 0.125 13%
0% -0.125 -12%
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
