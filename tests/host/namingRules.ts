// tests/host/namingRules.ts: what sheets, names and tables may be called.
import { invalidArgument } from "./fault";

const reservedNames = ["history"];

export function checkSheetName(name: string): void {
  const bad =
    name === "" ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    reservedNames.includes(name.toLowerCase());
  if (bad) throw invalidArgument(`sheet name ${name}`);
}

export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function checkDefinedName(name: string): void {
  const shaped = /^[\p{L}_\\][\p{L}\d_.\\]*$/u.test(name) && name.length <= 255;
  if (!shaped || /^(\$?[A-Za-z]{1,3}\$?\d+|[RrCc])$/.test(name)) throw invalidArgument(`name ${name}`);
}
