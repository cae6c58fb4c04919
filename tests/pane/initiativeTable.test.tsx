/**
 * @jest-environment jsdom
 * @jest-environment-options {"customExportConditions": ["node", "node-addons"]}
 */
// tests/pane/initiativeTable.test.tsx: money in and back per initiative in the pane, with groups of fewer than five hidden as on the tab Parter.
import { render } from "preact";
import { act } from "preact/test-utils";
import type { InitiativeMoneyBack, MoneyBack } from "../../src/domain/return/moneyBack";
import { returnIn, returnOf } from "../../src/domain/return/agencyReturn";
import { avoidedSupportOf } from "../../src/domain/return/avoidedSupport";
import { contributionsOf } from "../../src/domain/return/contribution";
import { basisOfPart } from "../../src/domain/return/initiativeReturn";
import { InitiativeTable } from "../../src/pane/steps/return/initiativeTable";
import { WordsContext } from "../../src/pane/parts/words";
import { textsOf } from "../../src/text/languages";
import { paneTextsOf } from "../../src/text/pane";
import { input, paid, person } from "../domain/returnInput";

/** How many took part, each with 1 000 kr a month less of the municipality's support, and what the municipality paid in. */
interface Part {
  readonly name: string | null;
  readonly persons: number;
  readonly paid: number;
}

function moneyBackOf(parts: readonly Part[]): Pick<MoneyBack, "initiatives" | "result"> {
  const participants = parts.flatMap(({ name, persons }) =>
    Array.from({ length: persons }, (_, at) =>
      person({ id: `${name ?? ""}${at}`, before: ["Försörjningsstöd", 1000] }),
    ),
  );
  const contributions = parts.flatMap(({ paid: kr }) => (kr === 0 ? [] : [paid("Kommunen", kr)]));
  const result = returnOf(input({ participants, contributions }));
  let first = 0;
  const initiatives = parts.map(({ name, persons, paid: kr }): InitiativeMoneyBack => {
    const own = kr === 0 ? [] : [paid("Kommunen", kr)];
    const indices = new Set(Array.from({ length: persons }, (_, at) => first + at));
    first += persons;
    const basis = basisOfPart(result.basis, {
      participants: indices,
      contributions: own,
      projectStart: null,
      participantsInAll: persons,
      participantsUnread: 0,
    });
    return {
      name,
      table: null,
      paidFrom: kr === 0 ? null : "contributions",
      paidIn: contributionsOf(own),
      valued: contributionsOf(own),
      participants: indices,
      contributions: new Set(),
      result: returnIn(result.scenario, basis),
      avoided: avoidedSupportOf(result.scenario, basis),
    };
  });
  return { initiatives, result };
}

async function rowsOf(...parts: readonly Part[]): Promise<readonly string[]> {
  const root = document.createElement("div");
  await act(() => {
    render(
      <WordsContext.Provider value={{ texts: textsOf("sv"), pane: paneTextsOf("sv"), language: "sv" }}>
        <InitiativeTable moneyBack={moneyBackOf(parts) as MoneyBack} horizon="1" />
      </WordsContext.Provider>,
      root,
    );
  });
  return [...root.querySelectorAll("tbody tr, tfoot tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent.replace(/\s/gu, " ")).join(" | "),
  );
}

test("each initiative, the rows that name none, and the whole", async () => {
  // 12 × 1 000 each: 6 give 72 000 for 72 000, 9 give 108 000 for 36 000.
  const rows = await rowsOf(
    { name: "A", persons: 6, paid: 72_000 },
    { name: "B", persons: 9, paid: 36_000 },
    { name: null, persons: 5, paid: 0 },
  );
  expect(rows).toEqual([
    "A | 6 | 72 000 | 72 000 | 1,00",
    "B | 9 | 36 000 | 108 000 | 3,00",
    "Utan insats | 5 | – | 60 000 | –",
    "Alla | 20 | 108 000 | 240 000 | 2,22",
  ]);
});

test("few are hidden, and so is the one that would give them away", async () => {
  expect(await rowsOf({ name: "A", persons: 6, paid: 72_000 }, { name: "B", persons: 3, paid: 36_000 })).toEqual([
    "A | x | 72 000 | x | x",
    "B | x | 36 000 | x | x",
    "Alla | 9 | 108 000 | 108 000 | 1,00",
  ]);
});
