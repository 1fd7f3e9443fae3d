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
  const made = compileFunction(code, parameters, { ...options, ...cached });
  if (made.cachedData) compiled.set(name, { code, cachedData: made.cachedData });
  return made;
};

/**
 * Jest's environment for Node, in a context of the plain kind (Node 20.18 and later). Jest hands `node:vm` an object to make a context
 * of, and every use of a global such as `Object` or `Array` inside a test then asks that object first: half of the time of a test that
 * writes to the grid.
 */
export default class QuickEnvironment extends TestEnvironment {
  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    const { createContext, constants } = vm;
    // Only the environment's own constructor makes a context here; it looks `createContext` up when it calls it.
    if (constants.DONT_CONTEXTIFY) vm.createContext = () => createContext(constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
  }
}
