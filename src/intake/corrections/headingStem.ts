// src/intake/corrections/headingStem.ts: headings compared from one month to the next: without the dates and periods in them.
import { folded, plainSpaces } from "../../domain/lookupKey";
import { type CellValue, isCellError } from "../grid";

const LONGEST = 160;
const MONTHS =
  /\b(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars?|march|apr(?:il)?|maj|may|juni?|june|juli?|july|aug(?:usti|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/gu;
const stems = new Map<string, string>();

/** What a cell says as a heading: numbers (years) as digits, nothing for what is no heading. */
export function headingText(value: CellValue | undefined): string {
  if (value === null || value === undefined || isCellError(value) || typeof value === "boolean") return "";
  const text = plainSpaces(String(value));
  return text.length > LONGEST ? "" : text;
}

/** `Utfall jan–mars 2024` and `Utfall jan–april 2024` are `utfall #`; a heading that is only a period is `#`. */
export function headingStem(text: string): string {
  let stem = stems.get(text);
  if (stem === undefined) {
    stem = folded(text)
      .replace(MONTHS, "#")
      .replace(/\d+/gu, "#")
      .replace(/#(?:[\s./:-]*#)+/gu, "#");
    if (stems.size > 50_000) stems.clear();
    stems.set(text, stem);
  }
  return stem;
}
