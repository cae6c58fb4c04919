// tests/host/browser/certificate.ts: a certificate for https on localhost: the one that `npm start` uses where there is one, else one
// made for this clone. Made on this machine, offline, and never installed or sent anywhere.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs/lib/generate";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Certificates are valid for 30 days; one is made anew before that. */
const renewAfter = 25 * 24 * 60 * 60 * 1000;
const names = ["ca.crt", "localhost.crt", "localhost.key"] as const;

export async function localhostCertificate(root: string): Promise<Certificate> {
  const shared = join(homedir(), ".office-addin-dev-certs");
  if (isFresh(shared)) return read(shared);
  const own = join(root, "build", "certificate");
  return isFresh(own) ? read(own) : made(own);
}

/** Test files run beside each other: each makes its own, whole, and the last one stays for later runs. */
async function made(folder: string): Promise<Certificate> {
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  try {
    const [ca, cert, key] = names.map((name) => join(making, name));
    await generateCertificates(ca, cert, key);
    const certificate = read(making);
    keep(making, folder);
    return certificate;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function keep(making: string, folder: string): void {
  if (isFresh(folder)) return;
  try {
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  } catch {
    // Another one was kept at the same moment, which is as good.
  }
}

function isFresh(folder: string): boolean {
  const files = names.map((name) => join(folder, name));
  return files.every((file) => existsSync(file) && Date.now() - statSync(file).mtimeMs < renewAfter);
}

function read(folder: string): Certificate {
  return {
    cert: readFileSync(join(folder, "localhost.crt"), "utf8"),
    key: readFileSync(join(folder, "localhost.key"), "utf8"),
  };
}
