/** Holds state and tells listeners of changes. */
export interface Store<S> {
  /** The current state. Each change makes a new object. */
  get(): S;
  /** Replaces the given fields and calls the listeners, unless all values are equal to the old ones. */
  set(change: Partial<S>): void;
  /** Calls the listener after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * Makes a store of the pane's state. `set` with equal values (Object.is) calls no listener; `subscribe` gives the
 * function that ends it.
 */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const keys = Object.keys(change) as (keyof S)[];
      if (keys.every((key) => Object.is(state[key], change[key]))) return;
      state = { ...state, ...change };
      // Iterates over a copy, because a listener may unsubscribe.
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
