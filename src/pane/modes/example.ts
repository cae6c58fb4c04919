// src/pane/modes/example.ts: the published cases (the final reports of Husamrådet and RESAN), carried inside the page as base64.
import husamradet from "../../../tests/cases/husamradet.xlsx";
import resan from "../../../tests/cases/resan.xlsx";
import type { ExampleName } from "../../text/paneTexts";
import type { NamedBytes } from "./hostMode";

const files: Readonly<Record<ExampleName, { readonly name: string; readonly base64: string }>> = {
  husamradet: { name: "Husamrådet.xlsx", base64: husamradet },
  resan: { name: "RESAN.xlsx", base64: resan },
};

export function exampleOf(example: ExampleName): NamedBytes {
  const { name, base64 } = files[example];
  return { name, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
}
