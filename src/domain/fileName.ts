// src/domain/fileName.ts: a file's name as people say it.

/** Without the ending that says what kind of file it is (`.xlsx`, `.se`); a number after a dot is part of the name. */
export function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.[a-z][a-z0-9]{1,4}$/iu, "");
}
