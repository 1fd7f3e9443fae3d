import { DOMParser } from "@xmldom/xmldom";
import { catalogue } from "../../../src/functions/catalogue/catalogue";
import { helpPage } from "../../../src/functions/catalogue/help";
import { metadata } from "../../../src/functions/catalogue/metadata";

const base = "https://example.com/ecom/";
const pages = { en: helpPage("en", base), zh: helpPage("zh", base) };

/** The page as a tree, read by an XML parser after elements that HTML leaves open were closed. */
function tree(page: string) {
  const faults: string[] = [];
  const closed = page.replace(/<(meta|link)\b([^>]*)>/g, "<$1$2/>").replace("<!doctype html>", "");
  const parser = new DOMParser({ onError: (_level: string, message: string) => void faults.push(message) });
  const document = parser.parseFromString(closed, "text/xml");
  expect(faults).toEqual([]);
  return document;
}

test("Each language has a section for each function, where its help address leads.", () => {
  for (const language of ["en", "zh"] as const) {
    const document = tree(pages[language]);
    const { functions } = metadata(language, base) as unknown as {
      functions: { id: string; helpUrl: string }[];
    };
    for (const { id, helpUrl } of functions) {
      expect(document.getElementById(id)?.tagName).toBe("section");
      expect(helpUrl).toBe(`${base}help${language === "zh" ? ".zh-CN" : ""}.html#${id}`);
    }
  }
});

test("Examples show the results of the functions themselves, and none of them is an error.", () => {
  expect(pages.en).toContain(
    '=ECOM.GROWTH(&quot;digital&quot;)</pre><table><tr><td class="number">7.4%</td></tr></table>',
  );
  expect(pages.zh).toContain(
    '=ECOM.GROWTH(&quot;数码&quot;)</pre><table><tr><td class="number">7.4%</td></tr></table>',
  );
  expect(pages.en).toContain('<td class="number">3.62 trillion</td>');
  expect(pages.zh).toContain('<td class="number">3.62万亿</td>');
  for (const page of Object.values(pages)) {
    const count = catalogue.reduce((sum, { examples }) => sum + examples.length, 0);
    expect(page.match(/<pre>/g)).toHaveLength(count);
    expect(page.match(/class="error"/g)).toBeNull();
  }
});

test("Every argument is explained, in the page's language.", () => {
  for (const { parameters } of catalogue) {
    for (const { name, description } of parameters) {
      for (const language of ["en", "zh"] as const) {
        expect(pages[language]).toContain(`<code>${name}</code>`);
        const text = tree(pages[language]).documentElement?.textContent ?? "";
        expect(text).toContain(description[language]);
      }
    }
  }
});

test("The page runs nothing and asks for nothing.", () => {
  for (const page of Object.values(pages)) {
    expect(page).not.toMatch(/<(script|iframe|img|object|form)\b|\son\w+=|javascript:/i);
    expect(page).toContain("default-src 'none'");
  }
});
