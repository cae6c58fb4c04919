// tests/e2e/builtPage.ts: the built page in dist/, built when it is missing or older than its sources, and served on this machine only.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

export const root = join(__dirname, "..", "..");
/** A built pane in another folder can be tried: then nothing is built. */
const elsewhere = process.env.SAMKALKYL_PANE;
export const dist = elsewhere ?? join(root, "dist");

const lock = join(root, "build", "building.pid");

/** What can be built, by the name of its part in webpack.config.js. */
const builds = {
  web: {
    page: join(dist, "index.html"),
    sources: ["src", "assets", "webpack.config.js", "webpack.licences.js", "manifest.xml", "package-lock.json"],
  },
  workbench: {
    page: join(root, "build", "workbench", "index.html"),
    sources: [
      "tests/host",
      "tests/cases",
      "src/workbook",
      "src/intake",
      "webpack.config.js",
      "webpack.licences.js",
      "package-lock.json",
    ],
  },
  cli: {
    page: join(root, "build", "cli", "samkalkyl.js"),
    sources: ["src", "webpack.config.js", "webpack.licences.js", "package-lock.json"],
  },
} as const;
type Build = keyof typeof builds;

/** Builds what is missing or older than anything it is made from. One at a time: test files run beside each other. */
export function ensureBuilt(name: Build = "web"): void {
  if ((name === "web" && elsewhere !== undefined) || isBuilt(name)) return;
  mkdirSync(join(root, "build"), { recursive: true });
  while (!taken()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    if (isBuilt(name)) return;
    const webpack = join(root, "node_modules", "webpack", "bin", "webpack.js");
    execFileSync(process.execPath, [webpack, "--mode", "production", "--config-name", name], {
      cwd: root,
      stdio: "pipe",
    });
  } finally {
    rmSync(lock, { force: true });
  }
}

function isBuilt(name: Build): boolean {
  const { page, sources } = builds[name];
  return existsSync(page) && Math.max(...sources.map((path) => newest(join(root, path)))) < statSync(page).mtimeMs;
}

/** Making a file either works or finds it there; one left behind by a process that was stopped holds nobody up. */
function taken(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether whoever made the lock is still at work. */
function isHeld(): boolean {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Between being made and being written it says nothing yet.
    return holder === 0 || process.kill(holder, 0);
  } catch (reason) {
    // Anything but "no such process", such as a lock that has just been let go, is found out at the next try.
    return (reason as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** When the file, or the newest file under the folder, was last changed. */
function newest(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "text/xml",
};

/** Serves dist/ on a free port of 127.0.0.1. */
export async function serve(): Promise<{ readonly origin: string; readonly stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(dist, path);
    if (!file.startsWith(dist) || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
