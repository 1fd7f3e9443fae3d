import type { TestExcel } from "../workbook/selfTest";

/** Module state: who waits for the self-test's file. */
let take: ((test: TestExcel) => void) | undefined;
/** Module state: the file that was asked for, or is there. */
let asked: Promise<TestExcel> | undefined;

/** Called by the file itself when it has come. */
export function selfTestArrived(test: TestExcel): void {
  take?.(test);
}

/**
 * The self-test. Few people need it, and those once, so that its file is loaded when it is first asked for. Rejects where it
 * does not come; the next call asks again.
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
