import type { TestExcel } from "../workbook/selfTest";

/** State of this module: called when the self-test's file is loaded. */
let take: ((test: TestExcel) => void) | undefined;
/** State of this module: the loading of that file. */
let asked: Promise<TestExcel> | undefined;

/** Called by the self-test's file when it runs. */
export function selfTestArrived(test: TestExcel): void {
  take?.(test);
}

/**
 * Loads the self-test when it is first needed, because few people need it. Rejects if loading fails; the next call
 * tries again.
 */
export function loadSelfTest(): Promise<TestExcel> {
  asked ??= new Promise<TestExcel>((resolve, reject) => {
    take = resolve;
    const script = document.createElement("script");
    script.src = document.getElementById("self-test")?.dataset["src"] ?? "selfTest.js";
    script.onerror = () => {
      asked = undefined;
      reject(new Error(script.src));
    };
    document.head.append(script);
  });
  return asked;
}
