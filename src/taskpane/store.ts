/** The pane's one place of state: read, change, be told. */
export interface Store<S> {
  /** The state now. Never changed in place: each change makes a new object. */
  get(): S;
  /** Puts the given fields in place of the old ones and tells the listeners; a change to equal values tells nobody. */
  set(change: Partial<S>): void;
  /** Calls the listener after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Makes a store that begins with the given state. */
export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const keys = Object.keys(change) as (keyof S)[];
      if (keys.every((key) => Object.is(state[key], change[key]))) return;
      state = { ...state, ...change };
      // A copy, because a listener may end its own subscription.
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
