// src/pane/app.tsx: the page: header, the step that the state calls for, and one place for what went wrong.
import { useEffect, useErrorBoundary, useRef, useState } from "preact/hooks";
import { paneTextsOf } from "../text/pane";
import type { WithoutExcel } from "../text/paneWork";
import { type Language, languageAfter } from "../text/language";
import { FailureMessage } from "./shell/failure";
import { Header } from "./shell/header";
import { PlacesContext } from "./parts/placeLink";
import { Progress } from "./shell/progress";
import { failureOf } from "./run/failures";
import { useRun } from "./run/run";
import { ShellWordsContext } from "./parts/shellWords";
import { Outcome } from "./steps/outcomeView";
import { Start } from "./steps/start/start";
import type { HostMode } from "./modes/hostMode";

interface Props {
  readonly mode: HostMode;
  /** Why the page works on files although it was opened to work in Excel; left out: it does as it was opened to. */
  readonly without?: WithoutExcel | null;
  readonly startLanguage: Language;
}

export function App({ mode, without = null, startLanguage }: Props) {
  const [language, setLanguage] = useState(startLanguage);
  const { state, actions } = useRun(mode, language);
  const [bug] = useErrorBoundary() as readonly [unknown, () => void];
  const words = { pane: paneTextsOf(language), language };
  const heading = useFocusOnChange(state.run?.source ?? null, state.run?.analysis.refused ?? false);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const failure = bug === undefined ? state.failure : failureOf(bug, null);

  return (
    <ShellWordsContext.Provider value={words}>
      <PlacesContext.Provider value={mode.kind === "excel" ? actions.goTo : null}>
        <Header
          onLanguage={() => {
            const other = languageAfter(language);
            setLanguage(other);
            actions.changeLanguage(other);
          }}
        />
        <main class={state.run === null ? "page page-start" : "page"} aria-busy={state.stage !== null}>
          <Progress state={state} onCancel={actions.cancel} />
          {failure === null ? null : <FailureMessage failure={failure} retry={state.retry} onAgain={actions.again} />}
          {bug !== undefined ? null : state.run === null ? (
            <Start mode={mode} without={without} actions={actions} busy={state.stage !== null} />
          ) : (
            <Outcome run={state.run} state={state} mode={mode} actions={actions} heading={heading} />
          )}
        </main>
      </PlacesContext.Provider>
    </ShellWordsContext.Provider>
  );
}

/** Puts the keyboard and the screen reader at the heading when another view is shown, not when it is only recomputed. */
function useFocusOnChange(key: object | null, refused: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (key !== null) heading.current?.focus();
  }, [key, refused]);
  return heading;
}
