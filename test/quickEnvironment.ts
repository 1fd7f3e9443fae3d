import vm from "node:vm";
import { TestEnvironment } from "jest-environment-node";

/** What was compiled in this worker: its text, and what spares reading that again. */
const compiled = new Map<string, { code: string; cachedData: Buffer }>();
const { compileFunction } = vm;

/** Jest compiles each module anew for each file of tests; to read the grid's four megabytes takes a quarter of a second. */
vm.compileFunction = (code, parameters, options = {}) => {
  const name = options.filename ?? "";
  const known = compiled.get(name);
  const cached = known?.code === code ? { cachedData: known.cachedData } : { produceCachedData: true };
  const fresh = compileFunction(code, parameters, { ...options, ...cached });
  if (fresh.cachedData) compiled.set(name, { code, cachedData: fresh.cachedData });
  return fresh;
};

/** Jest's message to a worker that its work is done. */
const END = 2;

/**
 * Ends a worker at once: jest complains of one that has not exited after half a second, and closing a browser, or giving back a
 * gigabyte, may take longer. Playwright kills its browser as the process exits.
 */
const end = (message: unknown): void => {
  if (Array.isArray(message) && message[0] === END) process.exit();
};

/** What all files of tests in this worker share, because packages are read once for all of them (`.ci/runtime.cjs`). */
let ofThisWorker: { environment: QuickEnvironment; globals: ReadonlySet<string | symbol> } | undefined;

/**
 * Jest's environment for Node, in a plain context (Node 20.18 and later). Jest makes its context of an object, which is then asked
 * first for every global such as `Object` or `Array`: that takes half of the time of tests that write to the grid.
 */
export default class QuickEnvironment extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    if (ofThisWorker) return ofThisWorker.environment;
    const { createContext, constants } = vm;
    // Only the environment's own constructor makes a context here; it looks `createContext` up when it calls it.
    if (constants.DONT_CONTEXTIFY) vm.createContext = () => createContext(constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
    // In a worker; where jest runs the tests itself, its process ends by itself.
    if (process.send && !process.listeners("message").includes(end)) process.on("message", end);
    ofThisWorker = { environment: this, globals: new Set(Reflect.ownKeys(this.global)) };
  }

  /** Leaves the context as it was before the file's tests, for those of the next. */
  override async teardown(): Promise<void> {
    this.fakeTimers?.dispose();
    this.fakeTimersModern?.dispose();
    for (const key of Reflect.ownKeys(this.global)) {
      if (!ofThisWorker?.globals.has(key)) Reflect.deleteProperty(this.global, key);
    }
  }
}
