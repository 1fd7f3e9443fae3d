import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join } from "node:path";

/** These tests read the product as it ships; `npm test` builds it before. */
const read = (file: string): string => readFileSync(join("dist", file), "utf8");
const zipped = (file: string): number => gzipSync(read(file), { level: 9 }).length;
const page = (): string => read("taskpane.html");

test("The build holds what the manifest and Excel ask for, and no workbench.", () => {
  const files = readdirSync("dist").sort();
  expect(files).toEqual([
    "assets",
    "first.js",
    "functions.js",
    "functions.json",
    "functions.zh-CN.json",
    "help.html",
    "help.zh-CN.html",
    "manifest.xml",
    "shortcuts.json",
    "taskpane.css",
    "taskpane.html",
    "taskpane.js",
    "workbook.js",
  ]);
  expect(read("taskpane.js") + read("workbook.js") + read("functions.js")).not.toMatch(/univer/i);
});

test("The functions with all the data weigh at most 48 kB gzipped.", () => {
  expect(zipped("functions.js")).toBeLessThanOrEqual(48_000);
});

test("The pane weighs at most 60 kB gzipped on top; what reads and writes the workbook follows in a file of its own.", () => {
  expect(zipped("taskpane.js")).toBeLessThanOrEqual(60_000);
  expect(zipped("workbook.js")).toBeLessThanOrEqual(60_000);
});

test("The page loads Office.js from Microsoft, then the functions, the pane and its work; first the first screen’s own.", () => {
  const scripts = [...page().matchAll(/<script[^>]*src="?([^">\s]+)/g)].map((match) => match[1]);
  expect(scripts).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "functions.js",
    "taskpane.js",
    "workbook.js",
    "first.js",
  ]);
  // Only the first screen's own is run before it is painted.
  expect(page().match(/<script defer/g)).toHaveLength(4);
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
  for (const file of ["first.js", "functions.js", "taskpane.js", "workbook.js"]) {
    expect(read(file)).not.toMatch(/\bnew Function\(|[^\w.]eval\(/);
    expect(read(file)).not.toMatch(/\/home\/|\/Users\/|node_modules\//);
  }
});
