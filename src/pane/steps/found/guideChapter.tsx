// src/pane/steps/found/guideChapter.tsx: a chapter of the user guide, opened where it helps. The guide travels with the page: no network is needed.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import guide from "../../../../docs/anvandarguide.md";
import type { GuideChapter as Name } from "../../../text/guide";
import { useWords } from "../../parts/words";

export function GuideChapter({ name }: { name: Name }) {
  const { pane } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details
      class="guide"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{pane.problems.guide(name)}</summary>
      {open ? <div lang="sv">{blocksOf(chapterText(guide, name))}</div> : null}
    </details>
  );
}

/** What stands under a heading, to the next one of its level or above. */
export function chapterText(markdown: string, name: string): string {
  const lines = markdown.split(/\r?\n/u);
  const from = lines.findIndex((line) => headingIn(line)?.text === name);
  const level = headingIn(lines[from] ?? "")?.level ?? 0;
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => (headingIn(line)?.level ?? Infinity) <= level);
  return from < 0 ? "" : rest.slice(0, to < 0 ? undefined : to).join("\n");
}

function headingIn(line: string): { readonly level: number; readonly text: string } | null {
  const found = /^(#{1,6}) (.+)$/u.exec(line);
  return found === null ? null : { level: found[1]!.length, text: found[2]!.trim() };
}

/** Paragraphs, lists, tables and headings: what the guide has. Pictures are left out. */
function blocksOf(markdown: string): ComponentChildren {
  return markdown
    .split(/\n{2,}/u)
    .map((block) => block.trim())
    .filter((block) => block !== "" && !block.startsWith("!["))
    .map((block, at) => <Block key={at} text={block} />);
}

function Block({ text }: { text: string }) {
  const heading = headingIn(text);
  if (heading !== null) return <h4>{wordsOf(heading.text)}</h4>;
  if (text.startsWith("|")) return <Table rows={text.split("\n")} />;
  if (text.startsWith("- "))
    return (
      <ul>
        {text.split(/\n(?=- )/u).map((item, at) => (
          <li key={at}>{wordsOf(item.slice(2))}</li>
        ))}
      </ul>
    );
  return <p>{wordsOf(text)}</p>;
}

function Table({ rows }: { rows: readonly string[] }) {
  const cells = rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [head = [], , ...body] = cells;
  return (
    <div class="guide-table">
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                {wordsOf(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>{wordsOf(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Bold, italics and code; a link is its words. */
function wordsOf(text: string): ComponentChildren {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, "$1")
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/u)
    .map((part, at) => {
      if (part.startsWith("**")) return <strong key={at}>{part.slice(2, -2)}</strong>;
      if (part.startsWith("*")) return <em key={at}>{part.slice(1, -1)}</em>;
      if (part.startsWith("`")) return <code key={at}>{part.slice(1, -1)}</code>;
      return part;
    });
}
