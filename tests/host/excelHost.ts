// tests/host/excelHost.ts: the host as a whole: a workbook, the protocol's envelope, Excel's limits, and what the tests ask about.
// Free of Node, so that it can stand behind a page as well.
import { isEntireColumn, parseArea, splitAreas } from "./a1";
import type { ApiSet, Ref } from "./classes";
import type { Scalar } from "./coercion";
import { EventQueue } from "./eventQueue";
import { Fault, type FaultCode } from "./fault";
import { storeValues, write } from "./members/cellContent";
import { copySheet } from "./members/sheetCopy";
import { type RequestBody, type ResponseBody, type Session, processRequest } from "./processor";
import type { SheetData } from "./sheetModel";
import { shiftCells } from "./shifting";
import { WorkbookData } from "./workbookModel";

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

const defaultPayloadLimit = 5 * 1024 * 1024;

export class ExcelHost {
  readonly workbook = new WorkbookData();
  readonly exchanges: Exchange[] = [];
  /** Members that were called and that this host does not know: assert that it is empty. */
  readonly unknownMembers = new Set<string>();
  readonly refusedMembers = new Set<string>();
  readonly usedMembers = new Set<string>();
  readonly apiSet: ApiSet;
  /** A cell is being edited: Excel refuses everything. */
  cellEditMode = false;
  payloadLimit: number;
  /** What formulas show. */
  formulaValue: (sheet: string, address: string, formula: string) => string | number | boolean = () => 0;
  /** What `Application.calculate` does. */
  calculate: (type: "Recalculate" | "Full" | "FullRebuild") => void = () => undefined;
  /**
   * Actions until another workbook comes to the front; null: this one stays there. From then on the members of `inactiveWorkbook.ts` are refused, until it is
   * set anew.
   */
  actionsUntilInactive: number | null = null;
  /** How many actions have been carried out, and after how many of them one came that is refused while another workbook is at the front. */
  acted = 0;
  readonly needingFront: number[] = [];
  /** What listeners are told of, and who listens. */
  readonly events: EventQueue;
  private readonly planted = new Map<string, Fault>();
  private readonly kept = new Map<string, Ref>();
  private send: ((text: string) => void) | null = null;

  constructor(options: HostOptions = {}) {
    this.apiSet = options.apiSet ?? 9;
    this.payloadLimit = options.payloadLimit ?? defaultPayloadLimit;
    this.events = new EventQueue(this.workbook, this.apiSet, (text) => this.send?.(text));
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
    const body = this.respond(request.message.body, text.length);
    setTimeout(() => {
      this.send?.(`{"id":${request.id},"type":2,"message":{"statusCode":200,"headers":{},"body":${body}}}`);
      this.events.send();
    }, 0);
  }

  /** Answers one request body with one response body, both as the protocol has them; events follow in a later turn. */
  answer(body: RequestBody, requestBytes: number): string {
    setTimeout(() => {
      this.events.send();
    }, 0);
    return this.respond(body, requestBytes);
  }

  private respond(body: RequestBody, requestBytes: number): string {
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

  /** A person types into a cell; what is given is stored as it is. Whatever a person does, listeners are told at once. */
  type(sheetName: string, address: string, value: Scalar): void {
    this.paste(sheetName, address, [[value]]);
  }

  /** A person pastes a block whose upper left cell is `address`: one event, whatever its size. Null empties a cell. */
  paste(sheetName: string, address: string, values: readonly (readonly (Scalar | null)[])[]): void {
    const { top, left } = parseArea(address);
    const rect = { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 0) - 1 };
    this.byHand(() => {
      storeValues({ sheet: this.sheet(sheetName), rect }, values, this.workbook);
    });
  }

  /** A person types into a cell and Excel reads it: numbers, dates and formulas too; a protected sheet refuses. */
  enter(sheetName: string, address: string, text: string): void {
    this.byHand(() => {
      write({ sheet: this.sheet(sheetName), rect: parseArea(address) }, [[text]], this.session().world);
    });
  }

  /** A person selects cells (`B2`, `A1:B3`, `A1,C3`), which brings their sheet to the front. */
  select(sheetName: string, address: string): void {
    this.byHand(() => {
      this.workbook.select(this.sheet(sheetName), splitAreas(address).map(parseArea));
    });
  }

  activate(sheetName: string): void {
    this.byHand(() => {
      this.workbook.activate(this.sheet(sheetName));
    });
  }

  /** A person adds a sheet, which comes to the front. */
  addSheet(name: string): void {
    this.byHand(() => {
      this.workbook.activate(this.workbook.addSheet(name));
    });
  }

  deleteSheet(name: string): void {
    this.byHand(() => {
      this.workbook.deleteSheet(this.sheet(name));
    });
  }

  /**
   * A person copies a sheet by Move or Copy: it comes to the front, and each name of the workbook that leads to the sheet gets a twin that is known
   * on the copy alone. Charts are left out.
   */
  copySheet(name: string): string {
    const from = this.sheet(name);
    let made = "";
    this.byHand(() => {
      const charts = from.charts.splice(0);
      const copy = copySheet(from, "End", null, this.workbook);
      from.charts.push(...charts);
      for (const item of this.workbook.names.filter(({ scope, place }) => scope === null && place?.sheet === from))
        this.workbook.names.push({ ...item, scope: copy, place: { ...item.place!, sheet: copy } });
      this.workbook.activate(copy);
      made = copy.name;
    });
    return made;
  }

  /** No event up to ExcelApi 1.15 tells of a new name. */
  renameSheet(name: string, to: string): void {
    this.byHand(() => {
      this.workbook.renameSheet(this.sheet(name), to);
    });
  }

  /** A person inserts whole rows (`4:5`), whole columns (`B:B`) or cells (`A2:C2`, the others move down). */
  insert(sheetName: string, address: string): void {
    const rect = parseArea(address);
    this.byHand(() => {
      shiftCells({ sheet: this.sheet(sheetName), rect }, isEntireColumn(rect) ? "Right" : "Down", this.workbook);
    });
  }

  /** A person deletes whole rows, whole columns, or cells (the others move up). */
  remove(sheetName: string, address: string): void {
    const rect = parseArea(address);
    this.byHand(() => {
      shiftCells({ sheet: this.sheet(sheetName), rect }, isEntireColumn(rect) ? "Left" : "Up", this.workbook);
    });
  }

  private byHand(act: () => void): void {
    this.events.own = false;
    try {
      act();
    } finally {
      this.events.own = true;
      this.events.send();
    }
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
        calculate: (type) => {
          this.calculate(type);
        },
        register: (targetId, event) => {
          this.events.register(targetId, event);
        },
        unregister: (targetId, event) => {
          this.events.unregister(targetId, event);
        },
        eventPlace: (id) => this.events.placeOf(id),
        runtime: this.events,
      },
      apiSet: this.apiSet,
      kept: this.kept,
      unknownMembers: this.unknownMembers,
      refusedMembers: this.refusedMembers,
      usedMembers: this.usedMembers,
      planted: this.planted,
      isInactive: () => {
        this.needingFront.push(this.acted);
        return this.actionsUntilInactive !== null && this.actionsUntilInactive <= 0;
      },
      acted: () => {
        this.acted += 1;
        if (this.actionsUntilInactive !== null) this.actionsUntilInactive -= 1;
      },
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
