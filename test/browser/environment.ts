import type { EnvironmentContext, JestEnvironmentConfig } from "@jest/environment";
import QuickEnvironment from "../quickEnvironment";
import * as shared from "./shared";

/** Jest's message to a worker that its work is done. */
const END = 2;

/**
 * Ends a worker, in which a browser and a server may be open: jest complains of a worker that has not exited after half a second, and
 * closing a browser may take longer. Playwright kills its browser as the process exits.
 */
const end = (message: unknown): void => {
  if (Array.isArray(message) && message[0] === END) process.exit();
};

/** Of Node, with what all files of browser tests share: a module is read anew for each file, but an environment's is not. */
export default class BrowserEnvironment extends QuickEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    Object.assign(this.global, { sharedBrowser: shared });
    // In a worker; where jest runs the tests itself, `closeBrowser.ts` ends it.
    if (process.send && !process.listeners("message").includes(end)) process.on("message", end);
  }
}
