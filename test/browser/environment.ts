import type { EnvironmentContext, JestEnvironmentConfig } from "@jest/environment";
import QuickEnvironment from "../quickEnvironment";
import * as shared from "./shared";

/** Of Node, with what all files of browser tests share: a module is read anew for each file, but an environment's is not. */
export default class BrowserEnvironment extends QuickEnvironment {
  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    super(config, context);
    Object.assign(this.global, { sharedBrowser: shared });
  }
}
