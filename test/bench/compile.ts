import { join, resolve } from "node:path";
import { compile } from "../compile";
import type { Benchmark } from "./report";

const root = resolve(__dirname, "../..");
const folder = join(root, ".cache/bench");

/**
 * Compiles the benchmarks that run in Node.js as the product is compiled, and loads them. Run as they are by tsx they
 * would be slower: it wraps every named function to keep its name.
 * @param names files beside this one, each with an export `benchmark`
 */
export async function compiled(names: readonly string[]): Promise<Record<string, Benchmark>> {
  await compile({
    target: "node20",
    context: root,
    entry: Object.fromEntries(names.map((name) => [name, `./test/bench/${name}.ts`])),
    output: { path: folder, filename: "[name].js", library: { type: "commonjs2" } },
  });
  const load = async (name: string) =>
    [name, ((await import(join(folder, `${name}.js`))) as { benchmark: Benchmark }).benchmark] as const;
  return Object.fromEntries(await Promise.all(names.map(load)));
}
