// src/pane/steps/found/unfolding.tsx: details that make what they hold only when it is first looked at.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

/** `open` says how it begins; what it holds is made when it is first opened. */
export function Unfolding(props: { summary: string; open: boolean; children: ComponentChildren }) {
  const [begins] = useState(props.open);
  const [opened, setOpened] = useState(props.open);
  return (
    <details
      class="change"
      open={begins}
      onToggle={({ currentTarget }) => {
        setOpened(opened || currentTarget.open);
      }}
    >
      <summary>{props.summary}</summary>
      {opened ? props.children : null}
    </details>
  );
}
