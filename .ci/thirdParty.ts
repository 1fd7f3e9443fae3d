import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Compilation, Compiler, Module, WebpackPluginInstance } from "webpack";

/** Licences under which what we ship may be passed on with its notice. */
const allowed = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "0BSD"];

/** Not bundled, but in what ships: the style sheet's colours and sizes are made of them. */
const besides = ["node_modules/@fluentui/tokens"];

/** The package that a file of `node_modules` belongs to, as its folder. */
function packageOf(file: string): string {
  const folder = dirname(file);
  const description = join(folder, "package.json");
  // A package may hold further files of that name that only say how its scripts are to be read.
  const named =
    existsSync(description) && "version" in (JSON.parse(readFileSync(description, "utf8")) as object);
  return named || folder === dirname(folder) ? folder : packageOf(folder);
}

/**
 * Name, version, licence and its text of a package.
 * @param folder the package's folder
 * @throws when what ships could not be passed on: a licence that is not among the allowed, or no text of it
 */
export function notice(folder: string): string {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as Readonly<Record<string, string>>;
  const refuse = (why: string): Error =>
    new Error(`${name} ships with the add-in and ${why}. Leave it out, or see .ci/thirdParty.ts.`);
  if (!allowed.includes(license ?? "")) throw refuse(`has the licence ${license}`);
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  if (file === undefined) throw refuse("has no text of its licence");
  const text = readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n").trim();
  return `${"-".repeat(72)}\n${name} ${version}, ${license}\n\n${text}\n`;
}

/** The folders of the packages of which a part is in a bundle. */
function packagesIn({ modules, chunkGraph }: Compilation): string[] {
  const files = [...modules].flatMap((module) => {
    if ([...chunkGraph.getModuleChunksIterable(module)].length === 0) return [];
    // Several modules may have been joined to one.
    const { modules: parts = [module] } = module as Module & { modules?: Module[] };
    return parts.map((part) => (part as Module & { resource?: string }).resource ?? "");
  });
  return files.filter((file) => /[\\/]node_modules[\\/]/.test(file)).map(packageOf);
}

/** Writes `THIRD-PARTY.txt` into the build: the notice of every package of which a part ships. */
export class ThirdParty implements WebpackPluginInstance {
  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("licences", (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: "licences", stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const folders = new Set([...packagesIn(compilation), ...besides.map((folder) => resolve(folder))]);
          const text = [
            "ECOM for Excel ships parts of these packages, each under its own licence.\n",
            ...[...folders].sort().map(notice),
          ].join("\n");
          compilation.emitAsset("THIRD-PARTY.txt", new sources.RawSource(text));
        },
      ),
    );
  }
}
