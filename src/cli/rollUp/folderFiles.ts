// src/cli/rollUp/folderFiles.ts: the files of a folder that can be read.
import { readdirSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { withoutEnding } from "../../domain/fileName";
import { FILE_ENDINGS } from "../../workbook/file/fileKinds";

export interface FolderFile {
  readonly path: string;
  /** Under the folder, with `/`. */
  readonly file: string;
}

/**
 * Every file that can be read in a folder and the folders in it, what lies in the folder itself before what lies deeper, then by name; without what spreadsheets lay beside open
 * files (`~$…`), hidden files and folders, and `left`. Links are not followed. Throws what the file system throws.
 */
export function filesIn(folder: string, left: readonly string[]): readonly FolderFile[] {
  const out = new Set(left.map(realOf));
  const names = new Intl.Collator("sv", { numeric: true });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && FILE_ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending)))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, file: relative(folder, path).split(sep).join("/") };
    })
    .filter(({ path, file }) => !file.split("/").some(isLeftAside) && !out.has(realOf(path)))
    .sort(
      (a, b) =>
        depthOf(a) - depthOf(b) ||
        names.compare(withoutEnding(a.file), withoutEnding(b.file)) ||
        (a.file < b.file ? -1 : 1),
    );
}

function depthOf({ file }: FolderFile): number {
  return file.split("/").length;
}

function isLeftAside(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$");
}

/** The path itself where there is no file yet. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
