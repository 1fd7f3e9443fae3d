import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildAddress } from "../../.ci/address";
import { namedIn } from "../../.ci/named";
import { built } from "../built";

/** These tests read the product as it ships; `npm test` builds it before. */
const read = (file: string): string => readFileSync(join("dist", file), "utf8");
const script = (file: string): string => readFileSync(built(file), "utf8");
const zipped = (file: string): number => gzipSync(script(file), { level: 9 }).length;
const page = (): string => read("taskpane.html");
const scripts = ["first.js", "functions.js", "details.js", "taskpane.js", "workbook.js", "seeking.js"];
/** A name without the part that carries the content. */
const plain = (file: string): string => file.replace(/\.[0-9a-f]{10}\./, ".");

test("The build holds what the manifest and Excel ask for, and no workbench.", () => {
  const loaded = namedIn("dist/taskpane.html");
  expect(loaded.map(plain).sort()).toEqual([
    "details.js",
    "first.js",
    "functions.js",
    "seeking.js",
    "selfTest.js",
    "taskpane.css",
    "taskpane.js",
    "workbook.js",
  ]);
  const files = readdirSync("dist").filter((file) => plain(file) === file || loaded.includes(file));
  expect(files.map(plain).sort()).toEqual([
    "THIRD-PARTY.txt",
    "assets",
    "data",
    "details.js",
    "first.js",
    "functions.js",
    "functions.js",
    "functions.json",
    "functions.zh-CN.json",
    "guide.html",
    "guide.zh-CN.html",
    "help.html",
    "help.zh-CN.html",
    "manifest.xml",
    "seeking.js",
    "selfTest.js",
    "shortcuts.json",
    "taskpane.css",
    "taskpane.html",
    "taskpane.js",
    "workbook.js",
  ]);
  expect(scripts.map(script).join("")).not.toMatch(/univer/i);
});

test("The functions at the manifest's address are those that the page loads.", () => {
  expect(read("functions.js")).toBe(script("functions.js"));
});

test("The functions with all the figures weigh at most 58 kB gzipped; what their first answers do not need follows.", () => {
  expect(zipped("functions.js")).toBeLessThanOrEqual(58_000);
  expect(zipped("details.js")).toBeLessThanOrEqual(20_000);
});

test("The pane weighs at most 80 kB gzipped on top; what reads and writes the workbook follows in a file of its own.", () => {
  expect(zipped("taskpane.js")).toBeLessThanOrEqual(80_000);
  // No figure needs the details.
  expect(zipped("workbook.js")).toBeLessThanOrEqual(94_500);
  // Search's further words come last.
  expect(zipped("seeking.js")).toBeLessThanOrEqual(6_000);
});

test("The self-test is a small file of its own, which no page loads unasked.", () => {
  expect(zipped("selfTest.js")).toBeLessThanOrEqual(20_000);
  expect(page()).not.toMatch(/<(script|link)[^>]*selfTest/);
  expect(["functions.js", "taskpane.js", "workbook.js"].map(script).join("")).not.toMatch(/ECOM_probe/);
  expect(script("selfTest.js")).toMatch(/ECOM_probe/);
});

test("The page loads Office.js from Microsoft, then the functions, the pane and its work; first the first screen’s own.", () => {
  const sources = [...page().matchAll(/<script[^>]*src="?([^">\s]+)/g)].map((match) => match[1] as string);
  expect(sources.map(plain)).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "functions.js",
    "details.js",
    "taskpane.js",
    "workbook.js",
    "seeking.js",
    "first.js",
  ]);
  // Only the first screen's own script runs before the screen is painted.
  expect(page().match(/<script defer/g)).toHaveLength(6);
  expect(zipped("first.js")).toBeLessThanOrEqual(500);
  expect(page()).not.toMatch(/<script(?![^>]*src=)/);
});

test("The page's content security policy allows no other source of code and no connection.", () => {
  const policy = /http-equiv="?Content-Security-Policy"?\s+content="([^"]+)"/.exec(page())?.[1] ?? "";
  const rules = new Map(
    policy.split(";").map((rule) => {
      const [name = "", ...sources] = rule.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
  expect(rules.get("default-src")).toEqual(["'none'"]);
  expect(rules.get("script-src")).not.toContain("'unsafe-inline'");
  expect(rules.get("script-src")).not.toContain("'unsafe-eval'");
  for (const source of rules.get("script-src") ?? []) {
    expect(source).toMatch(
      /^('self'|https:\/\/[a-z.]+\.(microsoft\.com|office\.com|office\.net|aspnetcdn\.com))$/,
    );
  }
});

test("No code is made from text, and no machine's path is in the build.", () => {
  for (const file of scripts) {
    expect(script(file)).not.toMatch(/\bnew Function\(|[^\w.]eval\(/);
    expect(script(file)).not.toMatch(/\/home\/|\/Users\/|node_modules\//);
  }
});

test("What ships names no host but Microsoft's, its own, and those of the data's sources.", () => {
  const hosts = (text: string): string[] =>
    [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host!);
  const known = new Set([
    new URL(buildAddress(process.env.ECOM_URL).url).hostname,
    // Office.js, and what Office.js loads.
    "appsforoffice.microsoft.com",
    "ajax.aspnetcdn.com",
    // Names of XML vocabularies; nothing is asked for there.
    "www.w3.org",
    "schemas.microsoft.com",
    ...hosts(readFileSync("src/data/sources.csv", "utf8")),
    // How the data's addresses begin in their compact form.
    "www.",
  ]);
  // The guides name addresses for people to read or follow: `your.host`, and where Node.js is to be had.
  const texts = ["taskpane.html", "help.html", "help.zh-CN.html", "functions.json", "functions.zh-CN.json"];
  const text = [...texts, "manifest.xml", "shortcuts.json"]
    .map(read)
    .concat([...scripts, "taskpane.css"].map(script));
  expect(text.flatMap(hosts).filter((host) => !known.has(host))).toEqual([]);
  // The functions carry the data, and the pane the addresses of texts in which figures were read; nothing else names a host.
  const ofSources = new Set(hosts(readFileSync("src/data/sources.csv", "utf8")));
  const links = hosts(script("taskpane.js")).filter((host) => !ofSources.has(host));
  const others = ["first.js", "workbook.js", "taskpane.css"].flatMap((file) => hosts(script(file)));
  expect([...new Set([...links, ...others])].filter((host) => host !== "www.w3.org")).toEqual([]);
});

test("The licence of every package of which a part ships goes with it.", () => {
  const text = read("THIRD-PARTY.txt");
  for (const name of ["preact", "@fluentui/tokens"]) {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as {
      version: string;
    };
    expect(text).toContain(`${name} ${version}, MIT\n`);
  }
  expect(text.match(/Permission is hereby granted/g)?.length).toBe(text.match(/^-{72}$/gm)?.length);
});
