// src/pane/steps/finalReport/documentView.tsx: a short report on the page, block by block: what is seen is what is copied and saved.
import type { EconomyDocument } from "../../../actions/finalDocument";

type Model = EconomyDocument["model"];
type Block = Model["blocks"][number];
type Table = Extract<Block, { kind: "table" }>["table"];

export function DocumentView({ model }: { model: Model }) {
  return (
    <div class="document">
      <h3 class="document-title">{model.title}</h3>
      {model.blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return block.level === 3 ? <h5>{block.text}</h5> : <h4>{block.text}</h4>;
    case "paragraph":
      return <p class={block.look === "note" ? "muted table-note" : ""}>{block.text}</p>;
    case "choices":
      return (
        <ul class="document-choices">
          {block.choices.map(({ text, chosen }) => (
            <li key={text} class={chosen ? "chosen" : "muted"}>
              {chosen ? "☒" : "☐"} {text}
            </li>
          ))}
        </ul>
      );
    case "table":
      return <TableView table={block.table} />;
  }
}

function TableView({ table: { caption, columns, rows } }: { table: Table }) {
  const side = (at: number): string => (columns[at]?.align === "right" ? "number" : "");
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table class="figure-table">
        <thead>
          <tr>
            {columns.map(({ heading }, at) => (
              <th key={at} scope="col" class={side(at)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, total }, index) => (
            <tr key={index} class={total ? "row-total" : ""}>
              {cells.map((text, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={at} class={side(at)}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
