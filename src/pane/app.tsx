// src/pane/app.tsx: the page: header, the step that the state calls for, and one place for what went wrong.
import { useEffect, useErrorBoundary, useRef, useState } from "preact/hooks";
import { textsOf } from "../text/languages";
import { paneTextsOf } from "../text/pane";
import type { Language } from "../text/texts";
import { FailureMessage } from "./failure";
import { Header } from "./header";
import { Progress } from "./progress";
import { failureOf, useRun } from "./run";
import { Refused } from "./steps/refused";
import { Result } from "./steps/result";
import { Start } from "./steps/start";
import type { Way } from "./way";
import { WordsContext } from "./words";

export function App({ way, startLanguage }: { way: Way; startLanguage: Language }) {
  const [language, setLanguage] = useState(startLanguage);
  const { state, actions } = useRun(way, language);
  const [bug] = useErrorBoundary() as readonly [unknown, () => void];
  const words = { texts: textsOf(language), pane: paneTextsOf(language), language };
  const heading = useFocusOnChange(state.run?.source ?? null);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const failure = bug === undefined ? state.failure : failureOf(bug, null);

  return (
    <WordsContext.Provider value={words}>
      <Header
        onLanguage={() => {
          const other = language === "sv" ? "en" : "sv";
          setLanguage(other);
          actions.changeLanguage(other);
        }}
      />
      <main class={state.run === null ? "page page-start" : "page"} aria-busy={state.stage !== null}>
        <Progress stage={state.stage} />
        {failure === null ? null : <FailureMessage failure={failure} />}
        {bug !== undefined ? null : state.run === null ? (
          <Start way={way} actions={actions} busy={state.stage !== null} />
        ) : state.run.analysis.refused ? (
          <Refused run={state.run} way={way} actions={actions} heading={heading} />
        ) : (
          <Result run={state.run} state={state} way={way} actions={actions} heading={heading} />
        )}
      </main>
    </WordsContext.Provider>
  );
}

/** Puts the keyboard and the screen reader at the heading when another workbook is shown, not when it is only recomputed. */
function useFocusOnChange(key: object | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (key !== null) heading.current?.focus();
  }, [key]);
  return heading;
}
