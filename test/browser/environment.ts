import type { EnvironmentContext, JestEnvironmentConfig } from "@jest/environment";
import QuickEnvironment from "../quickEnvironment";
import * as shared from "./shared";

/** Jest's message to a worker that its work is done; what is open would keep the process, and jest would complain. */
const END = 2;

const close = (message: unknown): void => {
  if (!Array.isArray(message) || message[0] !== END) return;
  process.off("message", close);
  void shared.closeAll();
};

/** Of Node, with what all files of browser tests share: a module is read anew for each file, but an environment's is not. */
export default class BrowserEnvironment extends QuickEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    Object.assign(this.global, { sharedBrowser: shared });
    // In a worker; where jest runs the tests itself, `closeBrowser.ts` ends it.
    if (process.send && !process.listeners("message").includes(close)) process.on("message", close);
  }
}
