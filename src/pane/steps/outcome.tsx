// src/pane/steps/outcome.tsx: what came of a run, with all the words that it takes. The first view does without both.
import type { RefObject } from "preact";
import { textsOf } from "../../text/languages";
import type { Actions } from "../run/run";
import { useShellWords } from "../parts/shellWords";
import type { Run, State } from "../run/state";
import type { HostMode } from "../modes/hostMode";
import { WordsContext } from "../parts/words";
import { Refused } from "./refused";
import { Result } from "./result";

interface Props {
  readonly run: Run;
  readonly state: State;
  readonly mode: HostMode;
  readonly actions: Actions;
  readonly heading: RefObject<HTMLHeadingElement>;
}

export function Outcome(props: Props) {
  const { pane, language } = useShellWords();
  return (
    <WordsContext.Provider value={{ texts: textsOf(language), pane, language }}>
      {props.run.analysis.refused ? <Refused {...props} /> : <Result {...props} />}
    </WordsContext.Provider>
  );
}
