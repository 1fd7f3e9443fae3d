import { readFileSync } from "node:fs";
import { guidePage } from "../../.ci/guide";
import { dataset, figureText, type Language } from "../../src/dataset";
import type { Cell } from "../../src/functions/answer";
import { catalogue } from "../../src/functions/catalogue/catalogue";
import { findCalls } from "../../src/functions/formula/calls";
import { evaluate, isFunctionId } from "../../src/functions/formula/evaluate";
import { defaultSettings } from "../../src/functions/settings";
import { headersOf } from "../../src/workbench/server/headers";

const pages: readonly (readonly [string, Language])[] = [
  ["README.md", "en"],
  ["README.zh-CN.md", "zh"],
];
const text = (file: string): string => readFileSync(file, "utf8");

/** What the ranges of `=ECOM.TABLE(A2:A9,B1:E1)` hold in the example. */
const ranges: Readonly<Record<string, unknown>> = {
  "A2:A9": [["digital"], ["physical"]],
  "B1:E1": [["2025-Q1", "2025"]],
};

/** The answer of a formula as a person reads it in a cell; of several cells, the first. */
function shownBy(formula: string, language: Language): string {
  const [call] = findCalls(formula);
  if (!call || !isFunctionId(call.id)) throw new Error(`${formula} is no formula of ours.`);
  const args = call.args.map((one) => one.text);
  const found = evaluate(call.id, args, { ...defaultSettings, language }, (name) => ranges[name]);
  if (!found.ok || !found.answer.ok) throw new Error(`${formula} has no answer: ${JSON.stringify(found)}`);
  const { value } = found.answer;
  const one = (Array.isArray(value) ? (value as Cell[][])[0]?.[0] : value) as Cell;
  if (typeof one === "boolean") return String(one).toUpperCase();
  if (typeof one !== "object" || !("figure" in one)) return String(one);
  return one.value === one.figure.value
    ? figureText(one.figure, language).replace(/^\+/, "")
    : String(one.value);
}

describe.each(pages)("%s", (file, language) => {
  const rows = [...text(file).matchAll(/^\| `(=ECOM[^`]+)` \| (.+) \|$/gm)].map(([, formula, shows]) => [
    formula!,
    shows!,
  ]);

  test("shows every function once, and each formula answers.", () => {
    expect(rows.map(([formula]) => findCalls(formula!)[0]?.id).sort()).toEqual(
      // GROWTH has a second line: a period in words.
      ["GROWTH", ...catalogue.map(({ id }) => id)].sort(),
    );
  });

  test.each(rows)("%s: %s", (formula, shows) => {
    const answer = shownBy(formula, language);
    const promised = /^(?:TRUE|[\d,.]+%?)/.exec(shows)?.[0].replace(/,/g, "");
    expect(answer).toBe(promised ?? answer);
  });

  test("says no more figures than there are.", () => {
    const numbers = /(?:Over|超过)\s*(\d+)\D+(\d+)\D+(\d+)/.exec(text(file))?.slice(1).map(Number) ?? [];
    const { observations, indicators, sources } = dataset.counts;
    expect(numbers).toHaveLength(3);
    [observations, indicators, sources].forEach((count, at) =>
      expect(numbers[at]).toBeLessThanOrEqual(count),
    );
  });

  test("says how long each file may be kept as the server that shows it does.", () => {
    for (const path of ["taskpane.0123456789.js", "assets/ecom-16.png", "functions.json"]) {
      expect(text(file)).toContain(`| \`${headersOf(path)["Cache-Control"]}\` |`);
    }
    for (const path of ["taskpane.html", "functions.js", "manifest.xml", "data/observations.csv"])
      expect(headersOf(path)["Cache-Control"]).toBe("no-cache");
  });
});

test("The two READMEs have the same sections, tables and commands.", () => {
  const shape = (file: string) => ({
    sections: text(file).match(/^#+ /gm)?.length,
    rows: text(file).match(/^\|/gm)?.length,
    blocks: text(file)
      .match(/^```[^]*?^```/gm)
      ?.map((block) => block.replace(/ +#.*$/gm, "")),
  });
  expect(shape("README.zh-CN.md")).toEqual(shape("README.md"));
});

test.each([
  ["README.md", "en"],
  ["README.zh-CN.md", "zh-CN"],
] as const)("%s as a page runs nothing, and links only to what the build holds.", (file, language) => {
  const page = guidePage(text(file), language);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<(script|iframe|form)\b|javascript:/i);
  const links = [...page.matchAll(/href="([^"#]+)"/g)].map(([, link]) => link!);
  expect(links).toEqual(
    expect.arrayContaining(["data/README.md", language === "en" ? "help.html" : "help.zh-CN.html"]),
  );
  for (const link of links)
    expect(link).toMatch(/^(https:\/\/nodejs\.org|(guide|help)(\.zh-CN)?\.html|data\/README\.md)$/);
  for (const [, anchor] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
});

test("What looks like HTML in a README is text on its page.", () => {
  expect(
    guidePage("# A\n\n<script>alert(1)</script>\n\nb <img src=x onerror=y> [x](javascript:alert(1))", "en"),
  ).not.toMatch(/<script>|<img src=x|javascript:/);
});
