// src/domain/steps.ts: long work as a generator: whoever runs it may let others in between two steps, or give it up there.
// The command line runs it through at once, the pane in slices; it is the same work.

/** How whoever waits for work follows it and gives it up. */
export interface Work {
  /** Given up: the work stops where nothing is half done, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** `done` of `of` equal parts. */
  readonly progress?: (done: number, of: number) => void;
  /** Called when the work has come so far that it will be carried through whatever the signal says. */
  readonly committed?: () => void;
}

/** What a step may tell: how many of all parts are done. */
export type Step = { readonly done: number; readonly of: number } | undefined;

/** Work that stops at `yield` wherever nothing is half done, and gives its result at the end. */
export type Steps<Result> = Generator<Step, Result, void>;

/** Runs the work through without a stop. */
export function finished<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Milliseconds that the work holds the thread at most, as long as its steps are short: a page answers within a tenth of a second. */
const SLICE = 50;

/** Runs the work in slices, with room for the page between them. Rejects with the signal's reason when given up. */
export async function inSlices<Result>(steps: Steps<Result>, work: Work = {}): Promise<Result> {
  let started = performance.now();
  for (;;) {
    work.signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value !== undefined) work.progress?.(step.value.done, step.value.of);
    if (performance.now() - started < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    started = performance.now();
  }
}

/** `of` each item, with a stop after each. */
export function* eachInSteps<Item, Result>(
  items: Iterable<Item>,
  of: (item: Item) => Result | Steps<Result>,
): Steps<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    const result = of(item);
    results.push(isSteps(result) ? yield* result : result);
    yield;
  }
  return results;
}

function isSteps<Result>(result: Result | Steps<Result>): result is Steps<Result> {
  return typeof result === "object" && result !== null && "next" in result && "throw" in result;
}
