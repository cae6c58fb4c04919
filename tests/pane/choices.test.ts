// tests/pane/choices.test.ts: what the pane takes as a target, and the order in which it shows horizons.
import { HORIZONS, type AgencyReturn } from "../../src/domain/return/agencyReturn";
import { horizonsOf } from "../../src/pane/parts/figures";
import { targetOf } from "../../src/pane/steps/return/returnChoices";

test.each`
  text          | target
  ${"4"}        | ${"4"}
  ${"2,5"}      | ${"2.5"}
  ${"2.5"}      | ${"2.5"}
  ${" 1 000 "}  | ${"1000"}
  ${""}         | ${null}
  ${"  "}       | ${null}
  ${"0"}        | ${undefined}
  ${"0,0"}      | ${undefined}
  ${"-1"}       | ${undefined}
  ${"fyra"}     | ${undefined}
  ${"1e3"}      | ${undefined}
  ${"1,5,5"}    | ${undefined}
  ${"0,00001"}  | ${undefined}
  ${"Infinity"} | ${undefined}
`("a target written $text is $target", ({ text, target }: { text: string; target: string | null | undefined }) => {
  const read = targetOf(text);
  expect(read === null || read === undefined ? read : read.toString()).toBe(target);
});

test("horizons are shown in the engine's order", () => {
  const horizons = Object.fromEntries([...HORIZONS].reverse().map((horizon) => [horizon, {}]));
  expect(horizonsOf({ horizons } as unknown as AgencyReturn)).toEqual(HORIZONS);
});
