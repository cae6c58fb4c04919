// tests/host/browser/server.ts: the two https origins of the simulation, on this machine only: the page that plays Excel, and the
// built pane exactly as a web server would serve it.
import { existsSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:https";
import { extname, join, normalize, sep } from "node:path";
import { localhostCertificate } from "./certificate";
import { officeCdn, officeFile } from "./officeCdn";

export interface WorkbenchServers {
  /** The page that plays Excel. */
  readonly origin: string;
  readonly paneOrigin: string;
  readonly stop: () => Promise<void>;
}

export interface ServerOptions {
  readonly root: string;
  /** The folder with the built pane. */
  readonly pane: string;
  /** 0: whichever is free. */
  readonly ports: readonly [host: number, pane: number];
  /**
   * Where the pane gets office.js from. `cdn`: from where it says, as in Excel. `package`: from the pinned npm package, by giving
   * the pane that address on this machine instead: nothing is fetched from the internet.
   */
  readonly officeJs: "cdn" | "package";
}

const { origin: officeOrigin, pathname: officePath } = new URL(officeCdn);

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "text/xml",
};

export async function startWorkbench(options: ServerOptions): Promise<WorkbenchServers> {
  const certificate = await localhostCertificate(options.root);
  const page = join(options.root, "build", "workbench");
  let paneOrigin = "";
  const pane = createServer(certificate, (request, response) => {
    const path = pathOf(request);
    if (options.officeJs === "package" && path.startsWith(officePath))
      return reply(response, path, officeFile(`${officeOrigin}${path}`));
    const file = fileIn(options.pane, path);
    reply(response, path, options.officeJs === "package" && path.endsWith(".html") ? moved(file, paneOrigin) : file);
  });
  const host = createServer(certificate, (request, response) => {
    const path = pathOf(request) === "/" ? "/index.html" : pathOf(request);
    const file = fileIn(page, path);
    reply(response, path, path === "/index.html" ? filled(file, paneOrigin) : file);
  });
  paneOrigin = await listening(pane, options.ports[1]);
  const origin = await listening(host, options.ports[0]);
  return { origin, paneOrigin, stop: () => stopped([pane, host]) };
}

function filled(file: Buffer | null, paneOrigin: string): Buffer | null {
  return file === null
    ? null
    : Buffer.from(
        file.toString("utf8").replaceAll("__PANE_ORIGIN__", paneOrigin).replaceAll("__OFFICE_ORIGIN__", officeOrigin),
      );
}

function moved(file: Buffer | null, paneOrigin: string): Buffer | null {
  return file === null ? null : Buffer.from(file.toString("utf8").replaceAll(officeOrigin, paneOrigin));
}

function pathOf(request: IncomingMessage): string {
  return decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname);
}

function fileIn(folder: string, path: string): Buffer | null {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep) || !existsSync(file) || statSync(file).isDirectory()) return null;
  return readFileSync(file);
}

function reply(response: ServerResponse, path: string, file: Buffer | null): void {
  if (file === null) {
    response.writeHead(404).end();
    return;
  }
  const type = types[extname(path)] ?? "application/octet-stream";
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(file);
}

async function listening(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `https://localhost:${address.port}`;
}

async function stopped(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.closeAllConnections();
          server.close(() => {
            resolve();
          });
        }),
    ),
  );
}
