// How jest loads modules. It reads every module anew for each file of tests; packages are read once a worker instead, because to read
// the grid's and all that it needs takes longer than most files of tests. Modules of this repository keep state (settings, the
// user's tables) and stay those of one file.
const path = require("node:path");
const { default: Runtime } = require("jest-runtime");

const IN_PACKAGES = `${path.sep}node_modules${path.sep}`;

/** Of each project, by its id: the runtime that has read the packages. */
const runtimeOfPackages = new Map();

/**
 * In the place of `async_hooks` for jest's own runner, which asks it which of several concurrent tests is running. Here one test runs
 * at a time; Node 20's own makes every promise of a test slower.
 */
class AsyncLocalStorage {
  async run(store, callback) {
    const before = this.store;
    this.store = store;
    try {
      return await callback();
    } finally {
      this.store = before;
    }
  }

  getStore() {
    return this.store;
  }
}

module.exports = class SharingRuntime extends Runtime {
  constructor(config, ...given) {
    super(config, ...given);
    if (!runtimeOfPackages.has(config.id)) runtimeOfPackages.set(config.id, new Runtime(config, ...given));
    this.packages = runtimeOfPackages.get(config.id);
  }

  requireModule(from, name, options, isActual) {
    if (name === "node:async_hooks" && from.includes(`${path.sep}jest-circus${path.sep}`)) {
      return { AsyncLocalStorage };
    }
    const isOfPackage =
      name !== undefined &&
      !options?.isInternalModule &&
      !this._resolution.isCoreModule(name) &&
      this._resolution.resolveCjs(from, name).includes(IN_PACKAGES);
    return isOfPackage
      ? this.packages.requireModule(from, name, options, isActual)
      : super.requireModule(from, name, options, isActual);
  }
};
