// src/pane/parts/figureTable.tsx: a section with a heading and a table of figures, the first column its names.
import type { ComponentChildren } from "preact";

export function FigureTable(props: {
  heading: string;
  note?: string;
  columns: readonly string[];
  children: ComponentChildren;
}) {
  const [first, ...rest] = props.columns;
  return (
    <section>
      <h2>{props.heading}</h2>
      {/* Wide tables scroll in their own box, which the keyboard must be able to reach. */}
      <div class="table-box" tabIndex={0} role="region" aria-label={props.heading}>
        <table class="figure-table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {rest.map((column) => (
                <th key={column} scope="col" class="number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {props.children}
        </table>
      </div>
      {props.note === undefined ? null : <p class="muted table-note">{props.note}</p>}
    </section>
  );
}
