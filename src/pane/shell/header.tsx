// src/pane/shell/header.tsx: the mark, the name and the language switch.
import { Mark } from "../parts/icons";
import { LANGUAGES, languageAfter } from "../../text/language";
import { useShellWords } from "../parts/shellWords";

export function Header({ onLanguage }: { onLanguage: () => void }) {
  const { pane, language } = useShellWords();
  const next = languageAfter(language);
  return (
    <header class="header">
      <div class="brand">
        <Mark />
        <div>
          <span class="brand-name">Samkalkyl</span>
          <span class="brand-tagline">{pane.tagline}</span>
        </div>
      </div>
      <fluent-button appearance="subtle" size="small" lang={next} onClick={onLanguage}>
        {LANGUAGES[next].name}
      </fluent-button>
    </header>
  );
}
