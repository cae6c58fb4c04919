// tests/host/browser/numberText.ts: a number as a cell shows it, by its format code, with the reader's own separators.
// Enough of the format language for tables of figures: sections, grouping, decimals, scaling, per cent, quoted text, dates.
import type { Locale } from "./choices";

const serialOf1970 = 25_569;
const msPerDay = 86_400_000;
/** General shows at most so many digits. */
const generalDigits = 10;

/** `value` by the format code `code` (en-US, as stored). A code that is not understood shows the number as General does. */
export function numberText(value: number, code: string, locale: Locale): string {
  if (code === "General" || code === "" || code === "@") return generalText(value, locale);
  const section = sectionOf(value, code);
  const bare = section.code.replace(/\[[^\]]*\]/g, "");
  if (/[ymdhs]/i.test(withoutLiterals(bare))) return dateText(value, bare);
  if (!/[0#?]/.test(withoutLiterals(bare))) return literals(bare);
  return figures(section.signed ? value : Math.abs(value), bare, locale);
}

function generalText(value: number, locale: Locale): string {
  return String(Number(value.toPrecision(generalDigits)))
    .replace(".", locale === "sv-SE" ? "," : ".")
    .replace("e", "E");
}

/** A code of its own for negative numbers shows them without their sign. */
function sectionOf(value: number, code: string): { readonly code: string; readonly signed: boolean } {
  const sections = splitSections(code);
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { code: negative, signed: false };
  if (value === 0 && zero !== undefined) return { code: zero, signed: true };
  return { code: positive, signed: true };
}

function splitSections(code: string): string[] {
  return code.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? [code];
}

function withoutLiterals(code: string): string {
  return code.replace(/"[^"]*"|\\.|_.|\*./g, "");
}

/** What stands in quotes, after a backslash, or for itself; `_x` is a space as wide as x, `*x` fills the cell. */
function literals(code: string): string {
  return code.replace(/"([^"]*)"|\\(.)|_(.)|\*(.)/g, (_, quoted?: string, escaped?: string, spaced?: string) => {
    if (spaced !== undefined) return "\u00a0";
    return quoted ?? escaped ?? "";
  });
}

function figures(value: number, code: string, locale: Locale): string {
  const match = /[0#?][0#?,]*(?:\.([0#?]+))?(,*)/.exec(code);
  if (match === null) return generalText(value, locale);
  const [pattern, decimals = ""] = match;
  const whole = pattern.split(".")[0] ?? "";
  const trailing = /,+$/.exec(pattern.includes(".") ? pattern : whole)?.[0].length ?? 0;
  const percent = withoutLiterals(code).includes("%") ? 100 : 1;
  const shown = (value * percent) / 1000 ** trailing;
  const text = new Intl.NumberFormat(locale, {
    useGrouping: whole.replace(/,+$/, "").includes(","),
    minimumFractionDigits: (decimals.match(/0/g) ?? []).length,
    maximumFractionDigits: decimals.length,
    minimumIntegerDigits: Math.max(1, (whole.match(/0/g) ?? []).length),
  })
    .format(shown)
    .replace("\u2212", "-");
  const before = literals(code.slice(0, match.index));
  const after = literals(code.slice(match.index + pattern.length));
  // A number that rounds to nothing has no sign.
  return before + (/[1-9]/.test(text) ? text : text.replace("-", "")) + after;
}

function dateText(serial: number, code: string): string {
  const date = new Date(Math.round((serial - serialOf1970) * msPerDay));
  const two = (part: number): string => String(part).padStart(2, "0");
  const parts: Readonly<Record<string, string>> = {
    yyyy: String(date.getUTCFullYear()),
    yy: two(date.getUTCFullYear() % 100),
    mm: two(date.getUTCMonth() + 1),
    m: String(date.getUTCMonth() + 1),
    mmm: date.toLocaleString("sv-SE", { month: "short", timeZone: "UTC" }),
    dd: two(date.getUTCDate()),
    d: String(date.getUTCDate()),
    hh: two(date.getUTCHours()),
    ss: two(date.getUTCSeconds()),
  };
  return literals(code.replace(/y+|m+|d+|h+|s+/gi, (part) => parts[part.toLowerCase()] ?? part));
}
