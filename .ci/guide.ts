import { Marked, type Tokens } from "marked";
import { pageStyle } from "../src/functions/catalogue/help";

/** Where a page of the repository stands in the build; what stands nowhere there is no link. */
const inBuild: Readonly<Record<string, string>> = {
  "README.md": "guide.html",
  "README.zh-CN.md": "guide.zh-CN.html",
  "src/data/README.md": "data/README.md",
};

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A heading's anchor, as GitHub makes it of the same heading. */
const anchor = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

/**
 * A README as a page of the build, so that whoever has the add-in alone can read it: no script, pictures from beside it, and links only
 * to what the build holds.
 * @param markdown the README's text
 * @param language of the page: `en` or `zh-CN`
 */
export function guidePage(markdown: string, language: "en" | "zh-CN"): string {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        return `<h${depth} id="${escape(anchor(text))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const text = this.parser.parseInline(tokens);
        const address = /^(https:|#)/.test(href) ? href : inBuild[href];
        return address === undefined ? text : `<a href="${escape(address)}">${text}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        return `<img src="${escape(href)}" alt="${escape(text)}">`;
      },
      // A README has no HTML of its own; what looks like it is text.
      html({ text }) {
        return escape(text);
      },
    },
  });
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "ECOM for Excel";
  const help = language === "en" ? ["help.html", "Functions"] : ["help.zh-CN.html", "函数"];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'">
<title>${escape(title)}</title>
<style>${pageStyle}
img{max-width:100%}</style>
</head>
<body>
<p><a href="${help[0]}">${help[1]}</a></p>
${marked.parse(markdown, { async: false })}</body>
</html>
`;
}
