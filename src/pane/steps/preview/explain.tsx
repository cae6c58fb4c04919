// src/pane/steps/preview/explain.tsx: where the figure that the user points at comes from: in words, the cells it is computed from, the
// rows behind it and the cells that those were read from.
import { useEffect, useState } from "preact/hooks";
import type { Explanation, Input, SourceRow, SourceRows } from "../../../actions/explanation";
import type { SheetModel } from "../../../report/sheetModel";
import { PlaceLink } from "../../parts/placeLink";
import { useWords, type Words } from "../../parts/words";

/** The cell that the user points at. */
export interface Pointed {
  readonly sheet: string;
  /** A1 of the cell, or of the first of several. */
  readonly address: string;
}

interface Props {
  readonly tabs: readonly SheetModel[];
  readonly pointed: Pointed | null;
  /** What to do to get an explanation, in this way of using the page. */
  readonly hint: string;
}

type Answer =
  | { readonly kind: "hint" | "empty"; readonly text: string }
  | { readonly kind: "explained"; readonly explanation: Explanation };

export function Explain({ tabs, pointed, hint }: Props) {
  const words = useWords();
  const answer = useAnswer(tabs, pointed, words);
  return (
    <section class="card explain" aria-live="polite">
      <h2>{words.texts.explain.heading}</h2>
      {answer === null ? (
        <p class="muted">{hint}</p>
      ) : answer.kind === "explained" ? (
        <Explained explanation={answer.explanation} />
      ) : (
        <p class="muted">{answer.text}</p>
      )}
    </section>
  );
}

/** The reader of formulas is a chunk that is loaded with the calculations; a later cell overtakes an earlier one. */
function useAnswer(tabs: readonly SheetModel[], pointed: Pointed | null, { texts }: Words): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let current = true;
    if (pointed === null) {
      setAnswer(null);
      return;
    }
    const { sheet, address } = pointed;
    void import(/* webpackChunkName: "engine" */ "../../../actions/explanation").then(({ explained }) => {
      if (!current) return;
      const explanation = explained(tabs, sheet, address, texts);
      const ours = tabs.some(({ name }) => name.toLowerCase() === sheet.toLowerCase());
      if (explanation !== null) setAnswer({ kind: "explained", explanation });
      else if (ours) setAnswer({ kind: "empty", text: texts.explain.emptyCell });
      else setAnswer({ kind: "hint", text: texts.explain.notOurs(sheet) });
    });
    return () => {
      current = false;
    };
  }, [tabs, pointed?.sheet, pointed?.address, texts]);
  return answer;
}

function Explained({ explanation }: { explanation: Explanation }) {
  const { texts } = useWords();
  const words = texts.explain;
  const { label, shown, sheet, address, formula, kind } = explanation;
  return (
    <>
      <p class="explain-figure">
        <b>{shown}</b> {label === "" ? null : <span>{label}</span>}{" "}
        <span class="muted">
          {sheet}!{address}
        </span>
      </p>
      {kind === "typed" ? <p class="muted">{words.typed}</p> : null}
      {kind === "input" ? <p class="muted">{words.input}</p> : null}
      {formula === null ? null : <Formula explanation={explanation} formula={formula} />}
      <Inputs inputs={explanation.inputs} />
      {explanation.sources.map((source) => (
        <Rows key={source.sheet} source={source} />
      ))}
      {kind === "formula" ? <p class="muted">{words.changedSince}</p> : null}
    </>
  );
}

function Formula({ explanation: { words: said, inputs }, formula }: { explanation: Explanation; formula: string }) {
  const { texts } = useWords();
  const words = texts.explain;
  return (
    <>
      <h3>{words.inWords}</h3>
      <p class="explain-words">{said ?? words.tooLong(inputs.length)}</p>
      <details class="explain-formula">
        <summary>{words.asFormula}</summary>
        <code>{formula}</code>
      </details>
    </>
  );
}

function Inputs({ inputs }: { inputs: readonly Input[] }) {
  const { texts } = useWords();
  if (inputs.length === 0) return null;
  return (
    <>
      <h3>{texts.explain.computedFrom}</h3>
      <ul class="explain-list">
        {inputs.map(({ label, sheet, address, shown }) => (
          <li key={`${sheet}!${address}`}>
            <span class="explain-label">{label}</span>
            <PlaceLink sheet={sheet} cell={address} />
            <span class="explain-amount">{shown}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Rows({ source: { sheet, count, rows } }: { source: SourceRows }) {
  const { texts } = useWords();
  const words = texts.explain;
  return (
    <>
      <h3>{words.rowsBehind(count, sheet)}</h3>
      <ul class="explain-list">
        {rows.map((row) => (
          <Row key={row.address} row={row} />
        ))}
      </ul>
      {count > rows.length ? <p class="muted">{words.moreRows(count - rows.length)}</p> : null}
    </>
  );
}

function Row({ row: { label, amounts, origin, sheet, address } }: { row: SourceRow }) {
  const { texts } = useWords();
  return (
    <li>
      <span class="explain-label">{label === "" ? <PlaceLink sheet={sheet} cell={address} /> : label}</span>
      <span class="explain-origin">
        {origin === null ? null : (
          <>
            {texts.explain.readFrom} {origin.workbook === null ? null : `[${origin.workbook}] `}
            {origin.workbook === null ? (
              <PlaceLink sheet={origin.sheet} cell={origin.address} />
            ) : (
              `${origin.sheet}!${origin.address}`
            )}
          </>
        )}
      </span>
      <span class="explain-amount">
        {amounts.map(({ column, shown }) => (
          <span key={column}>
            <span class="muted">{column}</span> {shown}
          </span>
        ))}
      </span>
    </li>
  );
}
