// src/pane/parts/key.tsx: one key figure: its name, the figure large, and what there is to say of it.
import type { ComponentChildren } from "preact";

interface KeyProps {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly tone?: "even" | "good" | "bad";
  readonly children?: ComponentChildren;
}

export function Key({ label, value, unit, tone, children }: KeyProps) {
  return (
    <div class={tone === undefined ? "key" : `key key-main key-${tone}`}>
      <dt>{label}</dt>
      <dd>
        <span class="key-value">
          {value}
          {unit === undefined ? null : <span class="key-unit"> {unit}</span>}
        </span>
        {children === undefined ? null : <span class="key-note">{children}</span>}
      </dd>
    </div>
  );
}
