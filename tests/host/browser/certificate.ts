// tests/host/browser/certificate.ts: a certificate for https on localhost: the one that `npm start` uses where there is one, else one
// made for this clone. Made on this machine, offline, and never installed or sent anywhere.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
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
  if (!isFresh(own)) {
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    const [ca, cert, key] = names.map((name) => join(own, name));
    await generateCertificates(ca, cert, key);
  }
  return read(own);
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
