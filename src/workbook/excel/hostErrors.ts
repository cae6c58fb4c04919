// src/workbook/excel/hostErrors.ts: the one place where Excel's refusals become a HostError. Our own bugs pass through unchanged.
import { HostError, type HostErrorCode } from "../workbook";

const meaning: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: "cell-edit-mode",
  AccessDenied: "sheet-protected",
  RequestPayloadSizeLimitExceeded: "payload-too-large",
  ResponsePayloadSizeLimitExceeded: "payload-too-large",
  RangeExceedsLimit: "payload-too-large",
  ItemNotFound: "sheet-missing",
  InvalidReference: "sheet-missing",
  ApiNotFound: "not-supported",
  ApiNotAvailable: "not-supported",
  NotImplemented: "not-supported",
  UnsupportedOperation: "not-supported",
  UnsupportedFeature: "not-supported",
};

interface OfficeError {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

function isOfficeError(error: unknown): error is OfficeError {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "debugInfo" in error;
}

/** Excel's code for the refusal, null where the error does not come from Excel. */
export function officeCode(error: unknown): string | null {
  return isOfficeError(error) ? error.code : null;
}

/**
 * What Excel refused, as a HostError whose detail names Excel's code and the member, never a cell's content.
 * A HostError and an error of our own come back as they are.
 */
export function hostErrorOf(error: unknown): unknown {
  if (!isOfficeError(error)) return error;
  const location = error.debugInfo?.errorLocation ?? "";
  return new HostError(
    meaning[error.code] ?? "unexpected",
    location === "" ? error.code : `${error.code} (${location})`,
  );
}

/** Runs a batch against Excel; whatever Excel refuses is thrown as a HostError. */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw hostErrorOf(error);
  }
}
