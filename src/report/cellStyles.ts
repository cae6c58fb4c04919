// src/report/cellStyles.ts: one object for each style there is: a large tab has a hundred thousand cells and a dozen styles.
import type { CellStyle, Look, NumberFormat } from "./sheetModel";

export type StyleRest = Partial<Omit<CellStyle, "look" | "format">>;

const known = new Map<Look, CellStyle[]>();

/** The same object whenever the same is asked for; never changed by anyone. */
export function styleOf(look: Look, format: NumberFormat, rest: StyleRest): CellStyle {
  let styles = known.get(look);
  if (styles === undefined) known.set(look, (styles = []));
  for (const style of styles) {
    if (style.align !== rest.align || style.wrap !== rest.wrap || style.indent !== rest.indent) continue;
    if (sameFormat(style.format, format)) return style;
  }
  const style = Object.freeze({ look, format, ...rest });
  styles.push(style);
  return style;
}

function sameFormat(a: NumberFormat, b: NumberFormat): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if ("decimals" in a && "decimals" in b && a.decimals !== b.decimals) return false;
  return !("unit" in a && "unit" in b && a.unit !== b.unit);
}
