// tests/host/browser/officeCdn.ts: where office.js comes from, answered from the package that Microsoft publishes it in.
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/** The documented address (office-js-docs-pr#5882), as webpack.config.js has it. */
export const officeCdn = "https://officeapis.public.onecdn.static.microsoft/1/";
/** The address before it. */
export const formerOfficeCdn = "https://appsforoffice.microsoft.com/lib/1/hosted/";

const officePackage = dirname(require.resolve("@microsoft/office-js/dist/office.js"));

/** A file of office.js by its address on either CDN, which tell no capitals; null where the package has none. */
export function officeFile(url: string): Buffer | null {
  const { origin, pathname } = new URL(url);
  const base = [officeCdn, formerOfficeCdn].find((cdn) => `${origin}${pathname}`.startsWith(cdn));
  if (base === undefined) return null;
  const path = pathname.slice(new URL(base).pathname.length).replace(/^AgaveErrorUX\/.*/iu, (own) => own.toLowerCase());
  const file = normalize(join(officePackage, path));
  if (!file.startsWith(officePackage + sep) || !existsSync(file) || statSync(file).isDirectory()) return null;
  return readFileSync(file);
}
