// src/pane/parts/lazily.tsx: components that are fetched when they are first needed, so that the first view is there sooner.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

export interface Lazily<Props> {
  readonly View: (props: Props) => preact.JSX.Element | null;
  /** Fetches the component before it is shown, so that nothing on the page has to make room for it. */
  readonly preload: () => Promise<void>;
}

/** Shows nothing until the component is there. What keeps it from coming is told when it was asked for beforehand. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  let loaded: ComponentType<Props> | null = null;
  const preload = async (): Promise<void> => {
    loaded ??= await load();
  };
  function View(props: Props) {
    const [, redraw] = useState(false);
    useEffect(() => {
      if (loaded !== null) return;
      preload().then(
        () => {
          redraw(true);
        },
        // Without a network there is nothing to show here; what is on the page stays.
        () => undefined,
      );
    }, []);
    const Loaded = loaded;
    return Loaded === null ? null : <Loaded {...props} />;
  }
  return { View, preload };
}
