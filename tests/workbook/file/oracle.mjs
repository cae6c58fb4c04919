// tests/workbook/file/oracle.mjs: the two outside opinions, in a process of their own since both are ES modules:
// `validate FILE…` (`validate-docx` for Word files) the Open XML SDK's errors, `read FILE` the cells as hucre reads them; JSON on stdout.
import { readFileSync } from "node:fs";

const [, , command, ...files] = process.argv;
const bytes = files.map((file) => new Uint8Array(readFileSync(file)));
let answer;
if (command === "validate" || command === "validate-docx") {
  const { default: validate } = await import("@ooxml-tools/validate");
  answer = [];
  for (const one of bytes) answer.push(await validate(one, command === "validate" ? "xlsx" : "docx", "Microsoft365"));
} else {
  const { readXlsx } = await import("hucre/xlsx");
  answer = await readXlsx(bytes[0]);
}
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
