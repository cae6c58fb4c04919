#!/usr/bin/env bash
# findings/px-line-ends.sh: px 0.1.2, a reader of the PC-Axis files of statistical offices, takes line ends out of the data before it splits it: the last figure of a row and the first of the next become one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund px@0.1.2
cat > run.cjs <<'SCRIPT'
const Px = require("px");
const file = (rows) => `CHARSET="ANSI";
AXIS-VERSION="2013";
TITLE="Personer efter kommun och år";
STUB="kommun";
HEADING="år";
VALUES("kommun")="Gnesta","Trosa";
VALUES("år")="2024","2025";
DATA=
${rows};
`;
console.log("a blank before the line end:", new Px(file("12 34 \n56 78")).data.join(" | "));
console.log("the line end alone:", new Px(file("12 34\n56 78")).data.join(" | "));
SCRIPT
seen=$(node run.cjs)
expected=$(cat <<'EXPECTED'
a blank before the line end: 12 | 34 | 56 | 78
the line end alone: 12 | 3456 | 78
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
