// tests/e2e/builtIcons.ts: the built manifest's icons, looked up in dist/.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "./builtPage";

/** Icon addresses in dist/manifest.xml that no PNG in dist/ answers to, or one of another size than its name says. */
export function iconProblems(): string[] {
  const manifest = readFileSync(join(dist, "manifest.xml"), "utf8");
  const addresses = [...manifest.matchAll(/"(https:[^"]*\.png)"/g)].map(([, address]) => address ?? "");
  if (addresses.length === 0) return ["the manifest names no icon"];
  return addresses.filter((address) => {
    const file = join(dist, new URL(address).pathname);
    if (!existsSync(file)) return true;
    const size = Number(/icon-(\d+)\.png$/.exec(file)?.[1]);
    const png = readFileSync(file);
    return png.readUInt32BE(16) !== size || png.readUInt32BE(20) !== size;
  });
}
