// src/intake/records/roles.ts: the role of a column, which may stand once a year: `cash:2023`.

/** The role without its year. */
export function baseRole(role: string): string {
  return role.replace(/:\d{4}$/u, "");
}

/** The year in a role that stands once a year; null: it names none. */
export function yearOfRole(role: string): number | null {
  const year = /:(\d{4})$/u.exec(role)?.[1];
  return year === undefined ? null : Number(year);
}
