// src/pane/run/failures.ts: everything that can go wrong in the pane, as what is said of it.
import { HostError } from "../../workbook/workbook";
import type { Failure } from "./state";

/** A file that the disk did not give. */
export class NotRead extends Error {}

/** The one place where everything that can go wrong ends up; what is not known is a bug of ours and says so. */
export function failureOf(reason: unknown, name: string | null): Failure {
  if (reason instanceof HostError) {
    return { kind: "host", code: reason.code, detail: reason.detail, name };
  }
  if (reason instanceof Error && reason.name === "ChunkLoadError") return { kind: "not-loaded" };
  if (reason instanceof NotRead) return { kind: "not-read", name: reason.message };
  return { kind: "bug", description: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason) };
}
