import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { certificate } from "./certificate";
import { readFolders, routes } from "./routes";
import type { Handler } from "./routes";

/** A running server: its address, such as `https://localhost:51234/`, and how to end it. */
export interface Served {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves finished builds over HTTPS on localhost: the workbench (`build/workbench`) and the add-in, by default the
 * product as it ships (`dist`). `port` 0, the default, is any free one. `opened` is a workbook for `?open=`. Throws when the port is taken.
 */
export function serve(
  options: { addin?: string; workbench?: string; port?: number; opened?: string } = {},
): Promise<Served> {
  const { addin = "dist", workbench = "build/workbench", port = 0 } = options;
  return listen(routes(readFolders(resolve(workbench), resolve(addin)), options.opened), port);
}

/**
 * Serves a site over HTTPS on localhost. What the site does not answer is not found.
 * @param port 0, the default, is any free one
 * @throws when the port is taken
 */
export async function listen(site: Handler, port = 0): Promise<Served> {
  const server = createServer(await certificate(), (request, response) => {
    site(request, response, () => {
      response.statusCode = 404;
      response.end(`Nothing is served at ${request.url}`);
    });
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "localhost", listening);
  });
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed, failed) => {
        server.close((error) => (error ? failed(error) : closed()));
        server.closeAllConnections();
      }),
  };
}
