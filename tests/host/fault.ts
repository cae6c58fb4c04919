// tests/host/fault.ts: a refusal as Excel words it: one code and the place. Thrown by members, answered by the processor.

/** Codes that the Excel client documents (`Excel.ErrorCodes`), as far as this host gives them. */
export type FaultCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "InvalidSelection"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | "RangeExceedsLimit"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded";

const status: Partial<Record<FaultCode, number>> = {
  AccessDenied: 403,
  ItemNotFound: 404,
  ApiNotFound: 404,
  ItemAlreadyExists: 409,
};

export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = "Fault";
  }

  get httpStatus(): number {
    return status[this.code] ?? 400;
  }
}

export function invalidArgument(message: string): Fault {
  return new Fault("InvalidArgument", message);
}

export function itemNotFound(what: string): Fault {
  return new Fault("ItemNotFound", `The requested resource doesn't exist: ${what}`);
}
