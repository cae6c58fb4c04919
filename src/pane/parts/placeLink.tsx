// src/pane/parts/placeLink.tsx: a place in the workbook: in Excel a button that goes there, in a browser the name of the place alone.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { useShellWords } from "./shellWords";

/** What takes the user to a place; null: there is no sheet to show. */
export type GoTo = (sheet: string, address: string | null) => void;

export const PlacesContext = createContext<GoTo | null>(null);

interface Props {
  readonly sheet: string;
  /** A1 of a cell or a range; null: the sheet as a whole. */
  readonly cell: string | null;
  /** What is written on the page instead of `Ekonomi!C7`. */
  readonly shown?: string;
}

export function PlaceLink({ sheet, cell, shown }: Props) {
  const goTo = useContext(PlacesContext);
  const words = shown ?? (cell === null ? sheet : `${sheet}!${cell}`);
  if (goTo === null) return <span class="place-name">{words}</span>;
  // Excel selects one range at a time: of several, each has its own way there.
  const cells = cell?.split(",") ?? [];
  const parts = words.split(",");
  if (cells.length < 2 || cells.length !== parts.length)
    return <Place words={words} sheet={sheet} cell={cell} goTo={goTo} />;
  return (
    <>
      {cells.map((each, at) => (
        <>
          {at === 0 ? null : ", "}
          <Place words={parts[at] ?? each} sheet={sheet} cell={each} goTo={goTo} />
        </>
      ))}
    </>
  );
}

function Place({ words, sheet, cell, goTo }: Omit<Props, "shown"> & { readonly words: string; readonly goTo: GoTo }) {
  const { pane } = useShellWords();
  const place = cell === null ? sheet : `${sheet}!${cell}`;
  return (
    <button
      type="button"
      class="place-link"
      aria-label={pane.goTo(words)}
      title={pane.goTo(place)}
      onClick={() => {
        goTo(sheet, cell);
      }}
    >
      {words}
    </button>
  );
}
