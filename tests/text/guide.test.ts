// The chapters that messages send people to are in the guide, and what is shown of them is all of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { problem } from "../../src/domain/problem";
import { chapterText } from "../../src/pane/steps/found/guideChapter";
import { GUIDE_CHAPTERS, guideChapterOf } from "../../src/text/guide";

const guide = readFileSync(join(__dirname, "..", "..", "docs", "anvandarguide.md"), "utf8");

test.each(Object.values(GUIDE_CHAPTERS))("%s", (name) => {
  expect(guide.split("\n").filter((line) => /^#{2,3} /u.test(line) && line.endsWith(` ${name}`))).toHaveLength(1);
  expect(chapterText(guide, name).trim().length).toBeGreaterThan(200);
});

test("a chapter ends where the next of its level begins", () => {
  const text = "# A\n\n## B\n\nett\n\n### C\n\ntvå\n\n## D\n\ntre\n";
  expect(chapterText(text, "B").trim()).toBe("ett\n\n### C\n\ntvå");
  expect(chapterText(text, "C").trim()).toBe("två");
  expect(chapterText(text, "saknas")).toBe("");
});

test("what is only a remark sends nobody to the guide", () => {
  expect(guideChapterOf(problem("dash-as-zero", null, { line: "", period: "" }))).toBeNull();
  expect(guideChapterOf(problem("empty-table", null, { headings: "", rows: 0 }))).toBe(GUIDE_CHAPTERS.table);
});
