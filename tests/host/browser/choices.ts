// tests/host/browser/choices.ts: what the simulated Excel is set to: language, requirement set, protection and so on.
// Read from the page's address, so that a test or a link can begin anywhere; the bar changes the same values.

export type Locale = "sv-SE" | "en-US";

/** The published cases that can be opened by name, each a file in tests/cases. */
export const caseNames = ["husamradet", "resan"] as const;
export type CaseName = (typeof caseNames)[number];

export interface Choices {
  readonly locale: Locale;
  /** The x of ExcelApi 1.x that this Excel has. */
  readonly apiSet: number;
  /** Pixels. */
  readonly paneWidth: number;
  readonly caseName: CaseName;
  /** Every sheet is protected from the start; the bar protects one sheet at a time. */
  readonly protectSheets: boolean;
  readonly protectStructure: boolean;
  /** Every answer to the pane waits this long: a slow line. Milliseconds. */
  readonly delay: number;
  /** Excel sends a licence for the add-in, which may be empty. */
  readonly licence: boolean;
}

export const paneWidths: readonly number[] = [320, 400, 520];

/** `?locale=en&set=1.8&width=320&case=resan&protect=sheets,structure&delay=300&licence=none`; what is left out is as most people have it. */
export function choicesOf(search: string): Choices {
  const asked = new URLSearchParams(search);
  const protect = (asked.get("protect") ?? "").split(",");
  return {
    locale: asked.get("locale")?.startsWith("en") === true ? "en-US" : "sv-SE",
    apiSet: Number(/^1\.(\d+)$/.exec(asked.get("set") ?? "")?.[1] ?? 9),
    paneWidth: Number(asked.get("width") ?? 400),
    caseName: caseNames.find((name) => name === asked.get("case")) ?? "husamradet",
    protectSheets: protect.includes("sheets"),
    protectStructure: protect.includes("structure"),
    delay: Number(asked.get("delay") ?? 0),
    licence: asked.get("licence") !== "none",
  };
}
