// src/pane/parts/icons.tsx: the few drawings on the page, all decorative: the words beside them say the same.
import type { ComponentChildren } from "preact";

/** The product's mark: budget and outcome as two bars, and a krona sign. The same drawing as assets/icon.svg. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 80 80" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="80" height="80" rx="16" />
      <rect class="mark-bar" x="11" y="15" width="13" height="50" rx="3" />
      <rect class="mark-bar mark-bar-second" x="28" y="35" width="13" height="30" rx="3" />
      <path class="mark-sign" d="M49 29v34M49 53l10-11M53.5 48.5l7 14.5M66 63V43M66 50c0-4.5 2.5-7 6-7" />
    </svg>
  );
}

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const FileIcon = () => (
  <Icon>
    <path d="M5 2.5h6l4.5 4.5v10a.5.5 0 0 1-.5.5H5a.5.5 0 0 1-.5-.5V3a.5.5 0 0 1 .5-.5Z M11 2.5V7h4.5 M7 10.5h6 M7 13.5h6 M10 10.5v3" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <path d="M5.5 9h9a.5.5 0 0 1 .5.5v7a.5.5 0 0 1-.5.5h-9a.5.5 0 0 1-.5-.5v-7a.5.5 0 0 1 .5-.5Z M7 9V6.5a3 3 0 0 1 6 0V9 M10 12.2v1.8" />
  </Icon>
);

export const DownloadIcon = () => (
  <Icon>
    <path d="M10 3v9.5 M6.2 9l3.8 3.8L13.8 9 M4 16.5h12" />
  </Icon>
);

export const PrintIcon = () => (
  <Icon>
    <path d="M6 7V3.5h8V7 M6 14H4.5A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5v4a1.5 1.5 0 0 1-1.5 1.5H14 M6 11.5h8v5H6Z" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M7.5 3.5h8v10h-8Z M12.5 13.5v3h-8v-10h3" />
  </Icon>
);
