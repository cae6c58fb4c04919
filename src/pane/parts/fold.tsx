// src/pane/parts/fold.tsx: details that are folded where the pane is narrow, and simply there where it is wide.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** As wide as one column of figures; the style sheet has the same number. */
const NARROW = "(max-width: 640px)";

/** The same elements either way: what was typed in them stays when the pane is drawn wider. `open`: begins
 * unfolded all the same, since something in it must be chosen. */
export function Fold(props: { id: string; summary: string; open?: boolean; children: ComponentChildren }) {
  const { id, summary, children } = props;
  const [open, setOpen] = useState(() => props.open === true || !isNarrow());
  useEffect(() => {
    if (typeof matchMedia !== "function") return;
    const media = matchMedia(NARROW);
    const follow = (): void => {
      if (!media.matches) setOpen(true);
    };
    media.addEventListener("change", follow);
    return () => {
      media.removeEventListener("change", follow);
    };
  }, []);
  return (
    <details
      id={id}
      class="fold"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{summary}</summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}

function isNarrow(): boolean {
  return typeof matchMedia === "function" && matchMedia(NARROW).matches;
}

/** Shows the element with this id, with every fold around it open, and puts the focus there. */
export function showElement(id: string): void {
  const element = document.getElementById(id);
  if (element === null) return;
  for (
    let around = element.closest("details");
    around !== null;
    around = around.parentElement?.closest("details") ?? null
  )
    around.open = true;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start" });
}
