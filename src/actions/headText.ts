// src/actions/headText.ts: the head's fields as people filled them in in the tabs.
import type { HeadText } from "../domain/roundTrip/headText";
import { languages } from "../text/language";
import { textsOf } from "../text/languages";

/** Null: nobody has. The word for a draft is what each run writes, in whatever language. */
export function filledIn(head: HeadText): HeadText {
  const draft = languages.map(textsOf).some(({ tabs }) => tabs.head.draft === head.version);
  return draft ? { ...head, version: null } : head;
}
