// src/pane/parts/fluent.ts: the Fluent UI components the pane uses, one import each, and their attributes for JSX.
// Everything else on the page is plain HTML with Fluent's design tokens.
import "@fluentui/web-components/badge.js";
import "@fluentui/web-components/button.js";
import "@fluentui/web-components/message-bar.js";
import "@fluentui/web-components/progress-bar.js";
import "@fluentui/web-components/tab.js";
import "@fluentui/web-components/tablist.js";
import type { HTMLAttributes } from "preact";

type Plain = HTMLAttributes<HTMLElement>;

interface FluentButton extends Plain {
  appearance?: "primary" | "outline" | "subtle" | "transparent";
  size?: "small" | "medium" | "large";
  disabled?: boolean;
}

interface FluentMessageBar extends Plain {
  intent?: "info" | "success" | "warning" | "error";
  layout?: "singleline" | "multiline";
}

interface FluentBadge extends Plain {
  appearance?: "filled" | "ghost" | "outline" | "tint";
  color?: "brand" | "danger" | "important" | "informative" | "severe" | "subtle" | "success" | "warning";
}

interface FluentProgressBar extends Plain {
  value?: number;
  max?: number;
}

interface FluentTablist extends Plain {
  activeid?: string;
  appearance?: "transparent" | "subtle";
  size?: "small" | "medium" | "large";
}

declare module "preact" {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to tell JSX about custom elements
  namespace JSX {
    interface IntrinsicElements {
      "fluent-badge": FluentBadge;
      "fluent-button": FluentButton;
      "fluent-message-bar": FluentMessageBar;
      "fluent-progress-bar": FluentProgressBar;
      "fluent-tab": Plain;
      "fluent-tablist": FluentTablist;
    }
  }
}
