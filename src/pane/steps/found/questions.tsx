// src/pane/steps/found/questions.tsx: what must be answered before it is computed: its readings side by side with their totals, one click each.
import type { Answer, AnsweredQuestion, Question } from "../../../domain/question";
import { askedText, labelText, totalText } from "../../../text/questions";
import { toneOf } from "../../parts/figures";
import { PlaceLink } from "../../parts/placeLink";
import { useWords } from "../../parts/words";
import type { Actions } from "../../run/run";
import type { Run } from "../../run/state";

interface Props {
  readonly run: Run;
  readonly actions: Actions;
}

export function Questions({ run, actions }: Props) {
  const { texts } = useWords();
  const words = texts.questions;
  const { questions, answered } = run.analysis;
  if (questions.length + answered.length === 0) return null;
  return (
    <section class="card questions">
      <h2>{words.heading}</h2>
      {questions.length === 0 ? null : <p class="muted">{words.openLead}</p>}
      {questions.map((question) => (
        <Open key={question.id} question={question} actions={actions} />
      ))}
      {answered.length === 0 ? null : (
        <>
          <h3>{words.answered}</h3>
          <ul class="answered">
            {answered.map((each) => (
              <Answered key={each.question.id} answered={each} actions={actions} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Open({ question, actions }: { question: Question; actions: Actions }) {
  const { texts } = useWords();
  const { id, sheet, cell, answers } = question;
  return (
    <fieldset class="question">
      <legend>
        <PlaceLink sheet={sheet} cell={cell} /> {askedText(question, texts)}
      </legend>
      <div class="readings">
        {answers.map((answer) => (
          <div key={answer.value} class="reading">
            <Total answer={answer} question={question} />
            <fluent-button
              onClick={() => {
                actions.answer(id, answer.value);
              }}
            >
              {labelText(answer, texts)}
            </fluent-button>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The result's deviation with this reading. */
function Total({ answer, question }: { answer: Answer; question: Question }) {
  const { pane, texts } = useWords();
  const text = totalText(answer, question, texts.language);
  if (text === null || answer.total === null) return null;
  const tone = toneOf(answer.total);
  const verdict = { even: pane.result.even, good: pane.result.surplus, bad: pane.result.deficit }[tone];
  return (
    <p class="reading-total">
      <b class={`number tone-${tone}`}>{text}</b> <span class="muted">{verdict}</span>
    </p>
  );
}

function Answered({ answered, actions }: { answered: AnsweredQuestion; actions: Actions }) {
  const { texts } = useWords();
  const { question, answer, date } = answered;
  const total = totalText(answer, question, texts.language);
  return (
    <li>
      <p>
        <PlaceLink sheet={question.sheet} cell={question.cell} /> {askedText(question, texts)}
      </p>
      <p>
        <b>
          {labelText(answer, texts)}
          {total === null ? "" : `: ${total}`}
        </b>{" "}
        {date === "" ? null : <span class="muted">{texts.questions.answeredOn(date)}</span>}
      </p>
      <fluent-button
        size="small"
        onClick={() => {
          actions.answer(question.id, null);
        }}
      >
        {texts.questions.takeBack}
      </fluent-button>
    </li>
  );
}
