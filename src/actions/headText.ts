// src/actions/headText.ts: the head's fields as people filled them in in the tabs.
import type { HeadText } from "../domain/kept/headText";
import { textsOf } from "../text/languages";

/** Null: nobody has. The word for a draft is what each run writes, in either language. */
export function filledIn(head: HeadText): HeadText {
  const draft = [textsOf("sv"), textsOf("en")].some(({ tabs }) => tabs.head.draft === head.version);
  return draft ? { ...head, version: null } : head;
}
