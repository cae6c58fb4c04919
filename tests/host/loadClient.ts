// tests/host/loadClient.ts: the one Node part: loads the unmodified Excel client in the test's own realm and ties it to a host.
import { readFileSync } from "node:fs";
import type { ExcelHost } from "./excelHost";

interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
}

interface ClientGlobals {
  window?: unknown;
  location?: unknown;
  document?: unknown;
  navigator?: unknown;
  _richApiNativeBridge?: Bridge;
  Excel?: unknown;
  OSF?: { _OfficeAppFactory?: { getContext: () => unknown } };
  Office?: { onReady: () => Promise<{ host: string }> };
}

/** The document's selection event as it comes over the bridge; in a page it comes by `Office.context.document`. */
const selectionMessage = JSON.stringify({ type: 3, message: { entries: [[65_536, 2, "", "{}", 0]] } });

const globals = globalThis as unknown as ClientGlobals;
let bridge: Bridge | null = null;
let connected: ExcelHost | null = null;

function load(): Bridge {
  const made: Bridge = { sendMessageToHost: (text) => connected?.receive(text) };
  globals.window ??= globalThis;
  globals.navigator ??= { userAgent: "node" };
  globals.location ??= { hostname: "localhost", href: "https://localhost/", search: "", protocol: "https:" };
  globals.document ??= {
    URL: "https://localhost/",
    getElementById: () => null,
    getElementsByTagName: () => [],
    createElement: () => ({}),
  };
  globals._richApiNativeBridge = made;
  const source = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  (0, eval)(source);
  if (globals.Office !== undefined) globals.Office.onReady = () => Promise.resolve({ host: "Excel" });
  return made;
}

/**
 * Makes `Excel` and `Office` available and lets them talk to `host`. The client is loaded once per test file;
 * each later call ties it to another host.
 */
export function connectClient(host: ExcelHost): void {
  bridge ??= load();
  connected = host;
  const to = bridge;
  host.connect((text) => {
    if (connected === host) to.onMessageFromHost?.(text);
  });
  host.events.watchSelection(() => {
    if (connected === host) to.onMessageFromHost?.(selectionMessage);
  });
  // `Office.context` asks this factory, which office.js itself brings along in a page.
  const context = { requirements: { isSetSupported: supports(host) } };
  if (globals.OSF !== undefined) globals.OSF._OfficeAppFactory = { getContext: () => context };
}

/** `Office.context.requirements.isSetSupported` of this host. */
export function supports(host: ExcelHost): (set: string, version?: string | number) => boolean {
  return (set, version = "1.1") => {
    const [major = 0, minor = 0] = String(version).split(".").map(Number);
    return set === "ExcelApi" && major === 1 && minor <= host.apiSet;
  };
}

// After Excel.run has resolved the client still lets go of its references: a test file waits for that before it is torn down.
if (typeof afterAll === "function") {
  afterAll(async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
  });
}
