// tests/domain/steps.test.ts: the same work at once and in slices; room for others between slices; given up between two steps.
import { eachInSteps, finished, inSlices, type Steps } from "../../src/domain/steps";

/** Busy for some milliseconds, as a calculation is. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const squares = (count: number, milliseconds = 0): Steps<number[]> =>
  eachInSteps(
    Array.from({ length: count }, (_, at) => at),
    (at) => {
      busy(milliseconds);
      return at * at;
    },
  );

function* told(count: number): Steps<string> {
  for (let done = 0; done < count; done++) yield { done, of: count };
  return "done";
}

test("work in slices gives what it gives at once", async () => {
  expect(finished(squares(5))).toEqual([0, 1, 4, 9, 16]);
  expect(await inSlices(squares(5))).toEqual([0, 1, 4, 9, 16]);
  expect(finished(eachInSteps([2, 3], (count) => squares(count)))).toEqual([
    [0, 1],
    [0, 1, 4],
  ]);
});

test("others get a turn at least ten times in a second of work", async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await inSlices(squares(100, 10));
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(10);
});

test("what is over in one slice waits for nobody", async () => {
  // By a clock that stands still: on a busy machine a thousand small steps may take more than a slice.
  const clock = jest.spyOn(performance, "now").mockReturnValue(0);
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await inSlices(squares(1_000));
  clearInterval(timer);
  clock.mockRestore();
  expect(turns).toBe(0);
});

test("progress is told as the steps tell it", async () => {
  const seen: [number, number][] = [];
  await inSlices(told(3), { progress: (done, of) => seen.push([done, of]) });
  expect(seen).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
});

test("given up, it stops at the next step with the signal's own reason", async () => {
  const control = new AbortController();
  let steps = 0;
  const work = eachInSteps(
    Array.from({ length: 100 }, () => 20),
    (milliseconds) => {
      steps++;
      busy(milliseconds);
    },
  );
  const running = inSlices(work, { signal: control.signal });
  setTimeout(() => {
    control.abort();
  }, 60);
  const reason: unknown = await running.catch((thrown: unknown) => thrown);
  expect(reason).toBe(control.signal.reason);
  expect(reason).toMatchObject({ name: "AbortError" });
  expect(steps).toBeLessThan(50);
});

test("given up before it began, nothing is done", async () => {
  let steps = 0;
  const running = inSlices(
    eachInSteps([1], () => steps++),
    { signal: AbortSignal.abort() },
  );
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
  expect(steps).toBe(0);
});

test("a bug in a step is the work's own", async () => {
  const work = eachInSteps([1], () => {
    throw new RangeError("a bug");
  });
  await expect(inSlices(work)).rejects.toThrow(new RangeError("a bug"));
});
