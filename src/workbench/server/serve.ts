import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { certificate } from "./certificate";
import type { Certificate } from "./certificate";
import { withReport } from "./reportFile";
import { readFolders, routes } from "./routes";
import type { Handler } from "./routes";

/** A running server: its address, such as `https://localhost:51234/`, and how to stop it. */
export interface Served {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves finished builds over HTTPS on localhost: the workbench (`build/workbench`) and the add-in, by default the
 * product (`dist`). `port` 0, the default, is any free one. `opened` is a workbook for `?open=`, `report` the text of
 * a report for `?profile=report`. Throws if the port is taken.
 */
export function serve(
  options: { addin?: string; workbench?: string; port?: number; opened?: string; report?: string } = {},
): Promise<Served> {
  const { addin = "dist", workbench = "build/workbench", port = 0, report } = options;
  const read = withReport(readFolders(resolve(workbench), resolve(addin)), report);
  return listen(routes(read, options.opened), port);
}

/**
 * Serves a site over HTTPS on localhost; 404 for what it does not answer.
 * @param port 0, the default, is any free one
 * @param trusted a certificate to use instead of the one in `.certs`
 * @throws if the port is taken
 */
export async function listen(site: Handler, port = 0, trusted?: Certificate): Promise<Served> {
  const server = createServer(trusted ?? (await certificate()), (request, response) => {
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
