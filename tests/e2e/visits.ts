// tests/e2e/visits.ts: a browser and the served page for a test file, and what must never happen checked after each of its tests.
import type { Browser, Page } from "playwright-core";
import { ensureBuilt, serve } from "./builtPage";
import { foreign, launch, visit, type Visit } from "./visit";

interface Site {
  readonly browser: Browser;
  readonly origin: string;
}

export interface Visits {
  /** Opens the page in a browser context of its own, closed after the test. */
  readonly open: (options?: Parameters<typeof visit>[2], before?: Parameters<typeof visit>[3]) => Promise<Page>;
  /** Addresses that the open page has asked for. */
  readonly requests: () => readonly string[];
  readonly site: () => Site;
}

/** To be called once, at the top of a test file. Nothing may leave the page's origin, and the page may not complain. */
export function visits(): Visits {
  let started: (Site & { readonly stop: () => Promise<void> }) | null = null;
  let current: Visit | null = null;
  const site = (): Site => {
    if (started === null) throw new Error("the browser is not started");
    return started;
  };

  beforeAll(async () => {
    ensureBuilt();
    started = { ...(await serve()), browser: await launch() };
  });

  afterAll(async () => {
    await started?.stop();
    await started?.browser.close();
  });

  afterEach(async () => {
    const ended = current;
    current = null;
    if (ended === null) return;
    await ended.page.context().close();
    expect({ leftTheOrigin: foreign(ended, site().origin), complaints: ended.complaints }).toEqual({
      leftTheOrigin: [],
      complaints: [],
    });
  });

  return {
    site,
    requests: () => current?.requests ?? [],
    open: async (options = {}, before) => {
      current = await visit(site().browser, `${site().origin}/index.html`, options, before);
      return current.page;
    },
  };
}
