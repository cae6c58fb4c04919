// tests/damage/fileChild.ts: reads damaged files in a process of its own, so that what hangs or fills the memory ends with it.
import { damagedFile, type Found } from "./drawn";
import { FILE_KINDS } from "./fileKinds";

export interface FileTurn {
  readonly number: number;
  readonly kind: number;
}

export interface FileAnswer {
  readonly found: Found | null;
  /** The most memory of the process so far, bytes. */
  readonly memory: number;
}

/** Answers each turn that the parent sends, one at a time. */
export function serveFiles(): void {
  process.on("message", ({ number, kind }: FileTurn) => {
    void damagedFile(number, FILE_KINDS[kind]!).then((found) => {
      const { kind: own, ...rest } = found ?? { kind: null };
      const plain = own === null ? null : { ...rest, kind: { name: own.name, group: own.group } };
      process.send?.({ found: plain, memory: process.resourceUsage().maxRSS * 1024 });
    });
  });
}
