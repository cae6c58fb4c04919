// tests/host/excelHost.ts: the host as a whole: a workbook, the protocol's envelope, Excel's limits, and what the tests ask about.
// Free of Node, so that it can stand behind a page as well.
import type { ApiSet, Ref } from "./classes";
import { Fault, type FaultCode } from "./fault";
import { type RequestBody, type ResponseBody, type Session, processRequest } from "./processor";
import { parseArea } from "./a1";
import { type SheetData, WorkbookData } from "./workbookModel";

/** One request as it was answered. A cleanup only lets go of references; the rest are one `context.sync()` each. */
export interface Exchange {
  readonly kind: "sync" | "cleanup";
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error: string | null;
}

export interface HostOptions {
  /** The x of ExcelApi 1.x that the manifest asks for; members above it are refused. */
  readonly apiSet?: ApiSet;
  /** Excel on the web takes and gives 5 MB at most. */
  readonly payloadLimit?: number;
}

interface BridgeMessage {
  readonly id: number;
  readonly message: { readonly url: string; readonly body: RequestBody };
}

/** Excel's own numbers for events. */
const eventTypes = { changed: 10 } as const;
const eventCategory = 65_536;
const defaultPayloadLimit = 5 * 1024 * 1024;

export class ExcelHost {
  readonly workbook = new WorkbookData();
  readonly exchanges: Exchange[] = [];
  /** Members that were called and that this host does not know: assert that it is empty. */
  readonly unknownMembers = new Set<string>();
  readonly refusedMembers = new Set<string>();
  readonly usedMembers = new Set<string>();
  readonly registered: { readonly targetId: string; readonly event: string }[] = [];
  readonly apiSet: ApiSet;
  /** A cell is being edited: Excel refuses everything. */
  cellEditMode = false;
  payloadLimit: number;
  /** What formulas show. */
  formulaValue: (sheet: string, address: string, formula: string) => string | number | boolean = () => 0;
  private readonly planted = new Map<string, Fault>();
  private readonly kept = new Map<string, Ref>();
  private send: ((text: string) => void) | null = null;

  constructor(options: HostOptions = {}) {
    this.apiSet = options.apiSet ?? 9;
    this.payloadLimit = options.payloadLimit ?? defaultPayloadLimit;
  }

  /** The number of `context.sync()` so far. */
  get syncs(): number {
    return this.exchanges.filter((exchange) => exchange.kind === "sync").length;
  }

  get references(): number {
    return this.kept.size;
  }

  sheet(name: string): SheetData {
    const sheet = this.workbook.sheetNamed(name);
    if (sheet === undefined) throw new Error(`the host has no sheet ${name}`);
    return sheet;
  }

  /** Every later call of `Class.Member` is refused with this code, until `allow`. */
  refuse(member: string, code: FaultCode): void {
    this.planted.set(member, new Fault(code, `planted at ${member}`));
  }

  allow(member: string): void {
    this.planted.delete(member);
  }

  /** Where messages to the client go. */
  connect(send: (text: string) => void): void {
    this.send = send;
  }

  /** A message from the client, as JSON; answered in a later turn of the event loop. */
  receive(text: string): void {
    const request = JSON.parse(text) as BridgeMessage;
    const body = this.answer(request.message.body, text.length);
    setTimeout(() => {
      this.send?.(`{"id":${request.id},"type":2,"message":{"statusCode":200,"headers":{},"body":${body}}}`);
    }, 0);
  }

  /** Answers one request body with one response body, both as the protocol has them. */
  answer(body: RequestBody, requestBytes: number): string {
    const refusal = this.refusalOf(requestBytes);
    let response = refusal ?? processRequest(body, this.session());
    let text = JSON.stringify(response);
    if (text.length > this.payloadLimit) {
      response = failed("ResponsePayloadSizeLimitExceeded");
      text = JSON.stringify(response);
    }
    const cleanup = body.Actions.every((action) => action.Name === "_RemoveReference" || action.ActionType === 1);
    this.exchanges.push({
      kind: cleanup ? "cleanup" : "sync",
      actions: body.Actions.length,
      requestBytes,
      responseBytes: text.length,
      error: response.Error?.Code ?? null,
    });
    return text;
  }

  /** A person types into a cell; registered listeners are told. */
  type(sheetName: string, address: string, value: string | number | boolean): void {
    const sheet = this.sheet(sheetName);
    const rect = parseArea(address);
    Object.assign(sheet.cells.edit(rect.top, rect.left), { value, formula: null, prefixed: false });
    const details = JSON.stringify({
      address,
      changeType: "RangeEdited",
      source: "Local",
      worksheetId: sheet.id,
      triggerSource: "Unknown",
    });
    const targets = this.registered.filter(({ targetId }) => targetId === sheet.id || targetId === "Workbook");
    const entries = targets.map(({ targetId }, index) => [
      eventCategory,
      eventTypes.changed,
      targetId,
      details,
      index + 1,
    ]);
    if (entries.length > 0) this.send?.(JSON.stringify({ type: 3, message: { entries } }));
  }

  private refusalOf(requestBytes: number): ResponseBody | null {
    if (requestBytes > this.payloadLimit) return failed("RequestPayloadSizeLimitExceeded");
    return this.cellEditMode ? failed("InvalidOperationInCellEditMode") : null;
  }

  private session(): Session {
    return {
      world: {
        workbook: this.workbook,
        formulaValue: (sheet, address, formula) => this.formulaValue(sheet, address, formula),
        register: (targetId, event) => void this.registered.push({ targetId, event }),
      },
      apiSet: this.apiSet,
      kept: this.kept,
      unknownMembers: this.unknownMembers,
      refusedMembers: this.refusedMembers,
      usedMembers: this.usedMembers,
      planted: this.planted,
    };
  }
}

/** The refusal of a whole request, before any of its actions. */
function failed(code: FaultCode): ResponseBody {
  const fault = new Fault(code, code);
  return {
    Results: [],
    Error: { Code: code, Message: code, Location: "", HttpStatusCode: fault.httpStatus, ActionIndex: 0 },
  };
}
