import { choices } from "./choices";

/** Styles of a citation. */
export type CitationStyle = "text" | "apa" | "gbt7714" | "bibtex" | "url";

/** Words for `style`. */
export const styleChoices = choices<CitationStyle>(
  "style",
  ["text", "apa", "gbt7714", "bibtex", "url"],
  { text: "文字", apa: "apa", gbt7714: "国标", bibtex: "bibtex", url: "网址" },
  {
    普通说明: "text",
    "GB/T 7714": "gbt7714",
    "gb/t7714-2015": "gbt7714",
    国标: "gbt7714",
    网址: "url",
    链接: "url",
    link: "url",
  },
);
