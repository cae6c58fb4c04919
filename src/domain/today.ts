// src/domain/today.ts: the date that a run bears.

/** The user's own calendar day, as yyyy-mm-dd. */
export function localDate(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
