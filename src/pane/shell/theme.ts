// src/pane/shell/theme.ts: Fluent's design tokens in Samkalkyl's teal, light or dark as the host or the system asks.
// High contrast needs nothing here: forced colours replace the tokens, and the style sheets say what to keep.
import { createDarkTheme, createLightTheme, type BrandVariants } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";

/** A ramp around #0f766e: 80 is the accent of the light theme and has 5.5:1 against white. */
const teal: BrandVariants = {
  10: "#001512",
  20: "#03231f",
  30: "#06312c",
  40: "#083e38",
  50: "#0a4b44",
  60: "#0b5951",
  70: "#0d675f",
  80: "#0f766e",
  90: "#1b857c",
  100: "#2f948b",
  110: "#45a39a",
  120: "#5db2a9",
  130: "#77c1b9",
  140: "#93d0c9",
  150: "#b2dfda",
  160: "#d3eeeb",
};

const light = createLightTheme(teal);
const dark = createDarkTheme(teal);

/** Follows the system's choice, also when it changes while the page is open. */
export function followSystemTheme(): void {
  const wantsDark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => {
    useTheme(wantsDark.matches);
  };
  wantsDark.addEventListener("change", apply);
  apply();
}

/** Office tells the pane its theme; the system's may differ. */
export function useTheme(wantsDark: boolean): void {
  setTheme(wantsDark ? dark : light);
  document.documentElement.style.colorScheme = wantsDark ? "dark" : "light";
  document.documentElement.dataset.theme = wantsDark ? "dark" : "light";
}
