// `npm run serve:dist`: serves `dist` as a host must, with the headers that README names.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hosting } from "./hosting";
import { choosePort, readPort } from "./options";
import { listen } from "./serve";

/** The pane's address in the manifest. */
const pane = /<SourceLocation DefaultValue="([^"]*)taskpane\.html"/;

async function start(): Promise<void> {
  const folder = resolve("dist");
  if (!existsSync(resolve(folder, "manifest.xml"))) {
    throw new Error("There is no build in dist. Run npm run build first.");
  }
  const { port } = await choosePort(readPort("npm run serve:dist", process.argv.slice(2)));
  const { url } = await listen(hosting(folder), port);
  console.log(`dist is served at ${url} (Ctrl+C ends it), with the headers that its host is to send.`);
  const address = pane.exec(readFileSync(resolve(folder, "manifest.xml"), "utf8"))?.[1] ?? "";
  if (address !== url) console.log(`Its manifest names ${address}: there Excel looks for it, not here.`);
}

start().catch((error: unknown) => {
  console.error(`dist could not be served: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
