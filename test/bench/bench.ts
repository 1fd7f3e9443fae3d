/**
 * `npm run bench`: builds what it needs, runs every benchmark and writes BENCHMARKS.md.
 * `npm run bench -- calls growth --quick`: only these, in few rounds, and only prints.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { closeAll } from "../browser/browser";
import build from "../browser/build";
import { compiled } from "./compile";
import { full, quick } from "./measure";
import { chapterText, pageText, type Benchmark, type Chapter } from "./report";

/** Benchmarks in Node.js, compiled as the product is. */
const inNode = ["calls", "growth", "weight"];
/**
 * Benchmarks in the browser, in the order of their chapters, loaded when they are run: the build must have been before.
 * A new one is a file beside this one that exports `benchmark`.
 */
const inBrowser: Readonly<Record<string, () => Promise<{ benchmark: Benchmark }>>> = {
  cells: () => import("./cells"),
  insert: () => import("./insert"),
  load: () => import("./load"),
  pane: () => import("./pane"),
};
const all = [...inNode, ...Object.keys(inBrowser)];

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const asked = given.filter((one) => !one.startsWith("--"));
  const unknown = asked.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no benchmark "${unknown}". There are: ${all.join(", ")}.`);
  const names = asked.length > 0 ? asked : all;
  const effort = given.includes("--quick") ? quick : full;
  await build();
  const ready = await compiled(names.filter((name) => inNode.includes(name)));
  const chapters: Chapter[] = [];
  for (const name of names) {
    console.log(`… ${name}`);
    const benchmark = ready[name] ?? (await inBrowser[name]?.())?.benchmark;
    if (benchmark === undefined) throw new Error(`${name} has no benchmark.`);
    const found = await benchmark(effort);
    if ("leftOut" in found) console.log(`${name} is left out: ${found.leftOut}\n`);
    else {
      chapters.push(found);
      console.log(`${chapterText(found)}\n`);
    }
  }
  if (asked.length > 0 || effort === quick) return;
  writeFileSync(join(resolve(__dirname, "../.."), "BENCHMARKS.md"), pageText(chapters, effort));
  console.log("BENCHMARKS.md written.");
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(closeAll);
