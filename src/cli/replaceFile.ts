// src/cli/replaceFile.ts: bytes → a file on the disk that is complete or not there, in the place of nothing that is not ours to replace.
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  type Stats,
  writeSync,
} from "node:fs";
import { randomUUID } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import type { Texts } from "../text/texts";

/** Why what stands at the path is left as it is. */
export type Untouchable = "read-only" | "no-regular-file" | "hard-link" | "dead-link";

/** Thrown before anything is written; `reason` says what stands at the path. */
export class UntouchableError extends Error {
  constructor(readonly reason: Untouchable) {
    super(reason);
    this.name = "UntouchableError";
  }
}

/** Anyone's right to write. Root may write everything, so the bits are asked, not only the system. */
const ANY_WRITE = 0o222;
/** The bits of a mode that say who may do what. */
const RIGHTS = 0o7777;

/**
 * Writes beside and renames, so that a stop in the middle never leaves half a file. A link is followed, and the file that it names is
 * written; rights and owner of a file that was there are kept. Throws UntouchableError for what may not be replaced, and the system's own
 * error (with `syscall`) where the disk says no; then nothing has changed.
 */
export function replaceFile(path: string, content: Uint8Array | string): void {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const target = linkFollowed(path);
  const old = statOf(target);
  if (old !== null) mayReplace(target, old);
  // A short name of its own: the file's name may be as long as names can be, and nobody else's file is in the way.
  const beside = join(dirname(target), `.samkalkyl-${randomUUID()}.tmp`);
  const file = openSync(beside, "wx", old === null ? 0o666 : 0o600);
  try {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (old !== null) keepRights(beside, old);
    renameSync(beside, target);
  } catch (failure) {
    rmSync(beside, { force: true });
    throw failure;
  }
}

/** Why a file is not written, and what to do; anything but what stands there or what the system says is a bug of ours and is thrown on. */
export function whyNotWritten(failure: unknown, path: string, { terminal }: Texts): string {
  if (failure instanceof UntouchableError) return terminal.notReplaced[failure.reason](path);
  if (failure instanceof Error && "syscall" in failure) return terminal.notWritten(path, failure.message);
  throw failure;
}

/** Whether two paths name one file, through links of either kind too. What is not there yet is the same only by its path. */
export function isSameFile(one: string, other: string): boolean {
  const [first, second] = [statOf(one), statOf(other)];
  if (first !== null && second !== null) return first.dev === second.dev && first.ino === second.ino;
  return first === second && realParent(one) === realParent(other);
}

function linkFollowed(path: string): string {
  let stats: Stats;
  try {
    stats = lstatSync(path);
  } catch (failure) {
    if (isMissing(failure)) return path;
    throw failure;
  }
  if (!stats.isSymbolicLink()) return path;
  try {
    return realpathSync(path);
  } catch (failure) {
    if (isMissing(failure) || codeOf(failure) === "ELOOP") throw new UntouchableError("dead-link");
    throw failure;
  }
}

function mayReplace(path: string, old: Stats): void {
  if (!old.isFile()) throw new UntouchableError("no-regular-file");
  if ((old.mode & ANY_WRITE) === 0) throw new UntouchableError("read-only");
  // A rename would part the names of one file, and writing into it could leave half of it.
  if (old.nlink > 1) throw new UntouchableError("hard-link");
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw new UntouchableError("read-only");
  }
}

function keepRights(path: string, old: Stats): void {
  const made = statSync(path);
  if (made.uid !== old.uid || made.gid !== old.gid) {
    try {
      chownSync(path, old.uid, old.gid);
    } catch {
      // Only root may give a file away: then it is the writer's own, and no one has more rights than before but its owner.
    }
  }
  chmodSync(path, old.mode & RIGHTS);
}

/** Null: there is nothing, or nothing that can be looked at; reading or writing it says why. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

function realParent(path: string): string {
  const whole = resolve(path);
  try {
    return join(realpathSync(dirname(whole)), whole.slice(dirname(whole).length));
  } catch {
    return whole;
  }
}

function isMissing(failure: unknown): boolean {
  return codeOf(failure) === "ENOENT";
}

function codeOf(failure: unknown): unknown {
  return typeof failure === "object" && failure !== null && "code" in failure ? failure.code : null;
}
