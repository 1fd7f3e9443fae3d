import type { TestExcel } from "../workbook/selfTest";

/** State of this module: called when the self-test's file is loaded. */
let resolveLoaded: ((test: TestExcel) => void) | undefined;
/** State of this module: the loading of that file. */
let loading: Promise<TestExcel> | undefined;

/**
 * Called by the self-test's file when it runs. Whoever waits for the file goes on; a call that nobody waits for does
 * nothing.
 */
export function selfTestLoaded(test: TestExcel): void {
  resolveLoaded?.(test);
}

/** Loads the self-test, which few people need. Rejects if that fails; the next call tries again. */
export function loadSelfTest(): Promise<TestExcel> {
  loading ??= new Promise<TestExcel>((resolve, reject) => {
    resolveLoaded = resolve;
    const script = document.createElement("script");
    script.src = document.getElementById("self-test")?.dataset["src"] ?? "selfTest.js";
    script.onerror = () => {
      loading = undefined;
      reject(new Error(script.src));
    };
    document.head.append(script);
  });
  return loading;
}
