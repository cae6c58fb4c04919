// src/pane/steps/found/problems.tsx: everything that was wrong or worth knowing, grouped by level, with place and remedy.
import { type Problem, SEVERITIES, type Severity } from "../../../domain/problem";
import { guideChapterOf } from "../../../text/guide";
import { problemWords } from "../../../text/problems";
import { PlaceLink } from "../../parts/placeLink";
import { useWords } from "../../parts/words";
import { GuideChapter } from "./guideChapter";

/** More than this in one group is no longer read by anybody; the tab Kontroller has them all. */
const shownPerGroup = 100;

export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { pane } = useWords();
  // Questions stand by themselves, where they can be answered.
  const groups = SEVERITIES.filter((level) => level !== "question")
    .map((level) => ({
      level,
      members: problems.filter(({ severity }) => severity === level),
    }))
    .filter(({ members }) => members.length > 0);
  return (
    <section class="card">
      <h2>{pane.problems.heading}</h2>
      {groups.length === 0 ? <p>{pane.problems.none}</p> : null}
      {groups.map(({ level, members }) => (
        <Group key={level} level={level} problems={members} />
      ))}
    </section>
  );
}

function Group({ level, problems }: { level: Severity; problems: readonly Problem[] }) {
  const { pane } = useWords();
  const rest = problems.length - shownPerGroup;
  return (
    <details class={`problems problems-${level}`} open={level !== "note"}>
      <summary>
        <h3>{pane.problems.groups[level]}</h3>
        <span class="count">{problems.length}</span>
      </summary>
      <p class="muted">{pane.problems.explain[level]}</p>
      <ul>
        {problems.slice(0, shownPerGroup).map((found, index) => (
          <Item key={index} problem={found} />
        ))}
      </ul>
      {rest > 0 ? <p class="muted">{pane.problems.more(rest)}</p> : null}
    </details>
  );
}

function Item({ problem }: { problem: Problem }) {
  const { texts, pane } = useWords();
  const place = pane.problems.place(problem.workbook, problem.sheet, problem.cell);
  const { workbook, sheet, cell } = problem;
  const { what, action } = problemWords(problem, texts);
  const chapter = guideChapterOf(problem);
  return (
    <li>
      {place === "" ? null : (
        <span class="place">
          {sheet === null || workbook !== null ? place : <PlaceLink sheet={sheet} cell={cell} shown={place} />}
        </span>
      )}
      <span>{what}</span> <span class="muted">{action}</span>
      {chapter === null ? null : <GuideChapter name={chapter} />}
    </li>
  );
}
