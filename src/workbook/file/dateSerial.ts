// src/workbook/file/dateSerial.ts: dates that a file spells out (ISO 8601) as the serial numbers that cells hold.

const day = 86_400_000;
/** Serial 0 in each date system. In the 1900 system serial 60 is a day that never was (29 February 1900). */
const start1900 = Date.UTC(1899, 11, 30);
const start1904 = Date.UTC(1904, 0, 1);

/** The serial of `2024-03-31` or `2024-03-31T12:00:00`; null when it is no such date. */
export function dateSerial(iso: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(iso);
  if (match === null) return null;
  const part = (group: number): number => Number(match[group] ?? 0);
  const [year, month, date] = [part(1), part(2), part(3)];
  const at = new Date(Date.UTC(year, month - 1, date));
  if (at.getUTCMonth() !== month - 1) return null;
  const days = (at.getTime() - (date1904 ? start1904 : start1900)) / day;
  const serial = !date1904 && days < 61 ? days - 1 : days;
  return serial + (part(4) * 3600 + part(5) * 60 + part(6)) / 86_400;
}
