// tests/actions/valid.test.ts: what the whole pipeline writes is a valid workbook, by Microsoft's own Open XML SDK, and keeps what was there.
import { unzipSync } from "fflate";
import { validationErrors } from "../workbook/file/oracles";
import { caseBytes, written } from "./written";

test.each(["husamradet.xlsx", "resan.xlsx"])("%s: no error that the workbook did not have before", async (name) => {
  const before = caseBytes(name);
  const { bytes } = await written(before);
  const [already, now] = validationErrors(before, bytes);
  // The case files' own writer put the children of a font in the wrong order; that part is the user's and stays as it is.
  expect(already!.every((error) => error.includes("x:font[1]"))).toBe(true);
  expect(now).toEqual(already);
});

test.each(["husamradet.xlsx", "resan.xlsx"])(
  "%s: every part that is not ours is there, byte for byte",
  async (name) => {
    const before = unzipSync(caseBytes(name));
    const after = unzipSync((await written(caseBytes(name))).bytes);
    const edited = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];
    const changed = Object.keys(before).filter(
      (part) => !Buffer.from(before[part]!).equals(Buffer.from(after[part] ?? [])),
    );
    expect(changed.sort()).toEqual(edited.sort());
  },
);
