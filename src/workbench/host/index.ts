export type * from "./types";
import { WorkbookState } from "../state";
import type { Host, HostOptions } from "./types";

/** Starts the host: names and loads the pane's frame and answers its client until `dispose`. */
export function createHost(options: HostOptions): Host {
  const state = new WorkbookState();
  void options;
  void state;
  throw new Error("The host is being written.");
}
