#!/usr/bin/env bash
# findings/xlsx-populate-stored-values.sh: xlsx-populate 1.21.0 saves formulas without the values that they had: a workbook only opened and saved holds no figures until Excel has calculated it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx-populate@1.21.0 fflate@0.8.3
cat > run.mjs <<'SCRIPT'
import { strToU8, zipSync } from "fflate";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006";
const sheet = `<row r="1"><c r="A1"><v>1200</v></c><c r="B1"><f>A1*2</f><v>2400</v></c></row>`;
const parts = {
  "[Content_Types].xml": `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  "_rels/.rels": `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Utfall" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  "xl/worksheets/sheet1.xml": `${head}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
};
const file = zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

import { strFromU8, unzipSync } from "fflate";
import populate from "xlsx-populate";
const workbook = await populate.fromDataAsync(file);
console.log("read:", workbook.sheet(0).cell("B1").value());
const saved = strFromU8(unzipSync(new Uint8Array(await workbook.outputAsync()))["xl/worksheets/sheet1.xml"]);
console.log("before:", /<c r="B1".*?<\/c>/.exec(sheet)[0]);
console.log("saved: ", /<c r="B1".*?<\/c>/.exec(saved)[0]);
SCRIPT
seen=$(node run.mjs)
expected=$(cat <<'EXPECTED'
read: 2400
before: <c r="B1"><f>A1*2</f><v>2400</v></c>
saved:  <c r="B1"><f>A1*2</f></c>
EXPECTED
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { printf 'CHANGED. It was:\n%s\n' "$expected" >&2; exit 1; }
