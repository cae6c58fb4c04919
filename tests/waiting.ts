// tests/waiting.ts: waiting for what an action leads to, never for a time: a slow or busy machine is no failure.
// What must not come is looked for after something that comes later has come.

/** Longer than any machine takes. Only a test that fails waits so long. */
export const patience = 60_000;
const between = 25;

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until `done`; fails with what `instead` says. */
export async function until(
  done: () => boolean | Promise<boolean>,
  instead: () => string = () => "it never became so",
): Promise<void> {
  const end = Date.now() + patience;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(instead());
    await pause(between);
  }
}

/** Reads again until it is as expected (`toEqual`); fails with what was read last. */
export async function becomes(read: () => unknown, expected: unknown): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      expect(await read()).toEqual(expected);
      return;
    } catch (difference) {
      if (Date.now() > end) throw difference;
    }
    await pause(between);
  }
}

/** More than any request to the host takes, with what follows from its answer. */
const mostTurns = 20;

/** Lets everything happen that only waits for a later turn of the event loop. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn++) await pause(0);
}
