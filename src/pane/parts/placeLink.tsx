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
  const { pane } = useShellWords();
  const goTo = useContext(PlacesContext);
  const place = cell === null ? sheet : `${sheet}!${cell}`;
  if (goTo === null) return <span class="place-name">{shown ?? place}</span>;
  return (
    <button
      type="button"
      class="place-link"
      aria-label={pane.goTo(shown ?? place)}
      title={pane.goTo(place)}
      onClick={() => {
        goTo(sheet, cell);
      }}
    >
      {shown ?? place}
    </button>
  );
}
