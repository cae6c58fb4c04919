// tests/host/browser/officeChannel.ts: the messages between Excel on the web and office.js in the pane's frame, as the host side has
// to answer them. Works on strings and a way to send them, so that it knows neither frames nor the page.
import type { ExcelHost } from "../excelHost";
import type { RequestBody } from "../processor";
import type { Locale } from "./choices";

/** Office.js's own numbers. */
const message = { request: 0, response: 1 } as const;
const action = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const response = { answer: 0, event: 1 } as const;
const dispatch = { richApi: 93, loadSettings: 75, saveSettings: 76, richApiEvent: 33, selectionEvent: 2 } as const;
const excelOnTheWeb = 16;
const editable = 1;

/** Where the keyboard leaves the pane, and how it comes back in. */
export const paneAction = {
  ctrlF6In: 4,
  ctrlF6Exit: 5,
  ctrlF6ExitBack: 6,
  tabIn: 11,
  tabInBack: 12,
  tabExit: 13,
  tabExitBack: 14,
  escExit: 15,
  f2Exit: 16,
} as const;

const done = { Version: 1, Error: 0 };

interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data?: unknown;
}

interface MethodData {
  readonly ArrayData?: readonly unknown[];
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly DdaSettingsMethod?: { readonly Properties?: Readonly<Record<string, string>> };
}

export interface ChannelOptions {
  readonly host: ExcelHost;
  readonly locale: Locale;
  /** False: the licence is sent empty, as for an add-in that was laid in a shared folder. */
  readonly licence: boolean;
  /** This page's own origin, as office.js checks it. */
  readonly origin: string;
  readonly post: (text: string) => void;
  /** Sends an answer when its time has come, in a later turn of the event loop. */
  readonly later: (send: () => void) => void;
  /** Before every request to the workbook. */
  readonly onAsked: () => void;
  /** After every request that the workbook answered: whether it may have changed something. */
  readonly onAnswered: (changed: boolean) => void;
  readonly onPaneAction: (action: number) => void;
}

export class OfficeChannel {
  readonly conversationId = `conversation-${crypto.randomUUID()}`;
  readonly appId = crypto.randomUUID();
  private eventAction: string | null = null;
  private stopSelectionEvents: () => void = () => undefined;

  constructor(private readonly options: ChannelOptions) {
    options.host.connect((text) => {
      this.pushEvent(text);
    });
  }

  /** What the frame has to be called before the pane is loaded into it: office.js reads there who its host is. */
  get frameName(): string {
    return JSON.stringify({
      baseFrameName: `_xdm_${this.conversationId}`,
      hostInfo: `Excel$Web$16.00$${this.options.locale}$telemetry$$$0`,
      xdmInfo: `${this.conversationId}|${this.appId}|${this.options.origin}`,
      serializerVersion: "1",
      flights: "[]",
    });
  }

  /** A message from the frame; what is not office.js's own is left alone. */
  receive(text: unknown): void {
    const request = envelopeOf(text);
    if (request?._conversationId !== this.conversationId || request._messageType !== message.request) return;
    const answer = this.answerTo(request);
    if (answer === undefined) return;
    this.options.later(() => {
      this.send(request, answer, response.answer);
    });
  }

  /** Tells the pane where the keyboard goes. */
  notify(paneActionId: number): void {
    this.options.post(
      JSON.stringify({
        _messageType: message.request,
        _actionType: action.invoke,
        _actionName: "Office_notifyAgave",
        _conversationId: `${this.conversationId}_ntf`,
        _correlationId: 0,
        _origin: this.options.origin,
        _data: [paneActionId],
        _serializerVersion: 1,
      }),
    );
  }

  /** The pane is gone: nothing more is sent, and nobody listens any more. */
  end(): void {
    this.options.host.connect(() => undefined);
    this.options.host.events.forget();
  }

  private answerTo(request: Envelope): unknown {
    if (request._actionType === action.registerEvent) {
      this.listen(request);
      return done;
    }
    if (request._actionType === action.unregisterEvent) {
      this.stopSelectionEvents();
      return done;
    }
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.context();
      case "ContextActivationManager_notifyHost":
        this.options.onPaneAction(Number((request._data as readonly unknown[])[1]));
        return undefined;
      case "executeMethod":
        return this.execute(request._data as MethodData);
      default:
        return done;
    }
  }

  private listen(request: Envelope): void {
    const { eventDispId } = request._data as { eventDispId: number };
    if (eventDispId === dispatch.richApiEvent) this.eventAction = request._actionName;
    if (eventDispId !== dispatch.selectionEvent) return;
    const event = { _actionName: request._actionName, _correlationId: 0 };
    this.stopSelectionEvents = this.options.host.events.watchSelection(() => {
      this.send(event, {}, response.event);
    });
  }

  private execute(data: MethodData): unknown {
    const { settings } = this.options.host.workbook;
    switch (data.DdaMethod?.DispatchId) {
      case dispatch.richApi:
        return { Version: 1, Error: 0, Data: [200, ["CONTENT-TYPE", "application/json"], this.process(data)] };
      case dispatch.loadSettings:
        return { Version: 1, Error: 0, Properties: Object.fromEntries(this.storedSettings()) };
      case dispatch.saveSettings:
        settings.clear();
        for (const [key, value] of Object.entries(data.DdaSettingsMethod?.Properties ?? {}))
          settings.set(key, JSON.parse(value));
        return done;
      default:
        return done;
    }
  }

  private process(data: MethodData): string {
    const text = data.ArrayData?.[4];
    if (typeof text !== "string") throw new Error("a request without a body");
    const body = JSON.parse(text) as RequestBody;
    this.options.onAsked();
    const answer = isServiceCall(body) ? nothingDone(body) : this.options.host.answer(body, text.length);
    this.options.onAnswered(mayChange(body));
    return answer;
  }

  private context(): Readonly<Record<string, unknown>> {
    const { host, locale, licence } = this.options;
    return {
      _id: this.appId,
      _appName: excelOnTheWeb,
      _appVersion: "16.00",
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: host.workbook.name,
      _clientMode: editable,
      _settings: this.storedSettings(),
      _reason: "inserted",
      // Office.js reads the add-in's licence as XML; an empty one makes its parser complain, and no more than that.
      _eToken: licence ? encodeURIComponent('<r><t aid="" cid=""/></r>') : "",
      _requirementMatrix: JSON.stringify({ ExcelApi: `1.${host.apiSet}` }),
    };
  }

  /** Key and value as JSON, as the document keeps them. */
  private storedSettings(): [string, string][] {
    return [...this.options.host.workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]);
  }

  /** An event of the workbook, in the words of the client in Node, handed on as office.js has it. */
  private pushEvent(text: string): void {
    const { type, message: told } = JSON.parse(text) as { type: number; message: { entries: unknown[] } };
    if (type !== 3 || this.eventAction === null) return;
    const request = { _actionName: this.eventAction, _correlationId: 0 };
    this.send(request, { ArrayData: told.entries }, response.event);
  }

  private send(request: Pick<Envelope, "_actionName" | "_correlationId">, data: unknown, kind: number): void {
    this.options.post(
      JSON.stringify({
        _messageType: message.response,
        _actionName: request._actionName,
        _conversationId: this.conversationId,
        _correlationId: request._correlationId,
        _origin: this.options.origin,
        _data: data,
        _errorCode: 0,
        _responseType: kind,
        _serializerVersion: 1,
      }),
    );
  }
}

function envelopeOf(text: unknown): Envelope | null {
  if (typeof text !== "string") return null;
  try {
    return JSON.parse(text) as Envelope;
  } catch {
    return null;
  }
}

/** Object path type 2: a service of Office's own and no part of the workbook. */
const newObject = 2;

function isServiceCall(body: RequestBody): boolean {
  return Object.values(body.ObjectPaths).some((path) => path.ObjectPathType === newObject);
}

const actionTypes = { method: 3, set: 4 } as const;

/** Reading asks for objects and loads them; it sets nothing, and its only methods are the client's own. */
function mayChange(body: RequestBody): boolean {
  return body.Actions.some(
    ({ ActionType, Name }) =>
      ActionType === actionTypes.set || (ActionType === actionTypes.method && !Name.startsWith("_")),
  );
}

function nothingDone(body: RequestBody): string {
  return JSON.stringify({ Results: body.Actions.map(({ Id }) => ({ ActionId: Id, Value: {} })) });
}
