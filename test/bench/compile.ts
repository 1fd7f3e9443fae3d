import { join, resolve } from "node:path";
import { webpack } from "webpack";
import type { Benchmark } from "./report";

const root = resolve(__dirname, "../..");
const folder = join(root, ".cache/bench");

/**
 * Compiles the benchmarks that run in Node.js as the product is compiled, and loads them. Run as they are by tsx they
 * would be slower: it wraps every named function to keep its name.
 * @param names files beside this one, each with an export `benchmark`
 */
export async function compiled(names: readonly string[]): Promise<Record<string, Benchmark>> {
  await new Promise<void>((done, failed) => {
    webpack(
      {
        mode: "production",
        target: "node20",
        context: root,
        entry: Object.fromEntries(names.map((name) => [name, `./test/bench/${name}.ts`])),
        output: { path: folder, filename: "[name].js", library: { type: "commonjs2" } },
        resolve: { extensions: [".ts", ".mjs", ".js"] },
        module: {
          rules: [
            {
              test: /\.ts$/,
              exclude: /node_modules/,
              use: {
                loader: "ts-loader",
                options: {
                  transpileOnly: true,
                  onlyCompileBundledFiles: true,
                  compilerOptions: { noEmit: false },
                },
              },
            },
          ],
        },
      },
      (error, stats) => {
        if (error) failed(error);
        else if (stats?.hasErrors()) failed(new Error(stats.toString("errors-only")));
        else done();
      },
    );
  });
  const load = async (name: string) =>
    [name, ((await import(join(folder, `${name}.js`))) as { benchmark: Benchmark }).benchmark] as const;
  return Object.fromEntries(await Promise.all(names.map(load)));
}
