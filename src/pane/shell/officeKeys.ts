// src/pane/shell/officeKeys.ts: Tab inside Excel. Office.js moves the focus itself, over a list of elements without `summary`, and leaves the
// pane where it does not know the focused one, such as a heading: the browser's own order is kept instead.

const candidates = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";

/** To be called once, where office.js is at work. At either end of the pane Office still decides: there the keyboard goes on to Excel. */
export function keepTabOrder(): void {
  // Office.js listens on the window; what stops at the document never gets there.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [...document.querySelectorAll<HTMLElement>(candidates)].filter(isStop);
    const last = event.shiftKey ? stops[0] : stops.at(-1);
    if (last !== undefined && document.activeElement !== last) event.stopPropagation();
  });
}

function isStop(element: HTMLElement): boolean {
  const disabled = "disabled" in element && element.disabled === true;
  return element.tabIndex >= 0 && !disabled && element.checkVisibility({ visibilityProperty: true });
}
