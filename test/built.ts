import { join } from "node:path";
import { namedIn } from "../.ci/named";

/**
 * A file of the built product by its plain name: "taskpane.js" is `dist/taskpane.0123456789.js`, the one that the page
 * loads.
 * @throws when the page loads none of that name
 */
export function built(file: string, folder = "dist"): string {
  const [name, extension] = file.split(".");
  const found = namedIn(join(folder, "taskpane.html")).find(
    (one) => one.startsWith(`${name}.`) && one.endsWith(`.${extension}`),
  );
  if (found === undefined) throw new Error(`${folder}/taskpane.html loads no ${file}: run npm run bundles.`);
  return join(folder, found);
}
