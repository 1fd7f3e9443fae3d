import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { layersPicture, layersShown } from "../../.ci/layers";

/** What people read and follow: pages and workflows of the repository. */
const tracked = execFileSync("git", ["ls-files", "*.md", "*.yml"], { encoding: "utf8" }).trim().split("\n");
const text = (file: string): string => readFileSync(file, "utf8");
const { scripts, version } = JSON.parse(text("package.json")) as {
  scripts: Record<string, string>;
  version: string;
};

test.each(tracked)("%s names only commands that there are.", (file) => {
  const named = [...text(file).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name!);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test.each(tracked.filter((file) => file.endsWith(".md")))("%s links only to what is there.", (file) => {
  const links = [...text(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!.replace(/#.*/, ""));
  const own = links.filter((link) => link !== "" && !/^(https?|mailto):/.test(link));
  expect(own.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
});

test("The picture of the layers shows the imports as they are: where not, run npm run layers.", () => {
  expect(layersShown()).toBe(layersPicture());
}, 120_000);

test("Every line ends in the same way on every system.", () => {
  const listed = execFileSync("git", ["ls-files", "--eol"], { encoding: "utf8" }).trim().split("\n");
  expect(listed.filter((line) => /^i\/(crlf|mixed)/.test(line))).toEqual([]);
});

test("One version stands in package.json, in the manifest and, as the newest, in the changelog.", () => {
  const newest = [...text("CHANGELOG.md").matchAll(/^## (.+)$/gm)]
    .map(([, heading]) => heading)
    .find((heading) => heading !== "Unreleased");
  expect(newest).toBe(version);
  expect(/<Version>(.+)<\/Version>/.exec(text("manifest.xml"))?.[1]).toBe(`${version}.0`);
});
