// `npm run layers`: draws the rooms of `src` and what imports what into CONTRIBUTING.md, from the imports themselves.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const page = "CONTRIBUTING.md";
const block = /```mermaid\n[^]*?```/;

/** The picture as Mermaid text: an arrow from a room to each that it imports, as dependency-cruiser finds them. */
export function layersPicture(): string {
  const drawn = execFileSync(
    process.execPath,
    [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      ...["src", "--include-only", "^src/", "--collapse", "^src/[^/]+", "--output-type", "mermaid"],
    ],
    { encoding: "utf8" },
  );
  const lines = drawn.replace("flowchart LR", "flowchart RL").trim().split(/\r?\n/);
  // In an order of their own: the checker's is that of the lines of the sources.
  const isArrow = (line: string) => line.includes("-->");
  const arrows = lines.filter(isArrow).sort();
  return ["```mermaid", ...lines.filter((line) => !isArrow(line)), ...arrows, "```"].join("\n");
}

/** The picture that stands in CONTRIBUTING.md. */
export function layersShown(): string | undefined {
  return block.exec(readFileSync(page, "utf8").replace(/\r\n/g, "\n"))?.[0];
}

if (require.main === module) {
  writeFileSync(page, readFileSync(page, "utf8").replace(block, layersPicture()));
  console.log(`${page} shows the imports of today.`);
}
