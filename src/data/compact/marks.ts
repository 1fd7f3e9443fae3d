/**
 * What a source's address, identity and title say of its date again: a mark stands for each way of writing it. A release of
 * 2025-04-16 is of March 2025, so the month before has marks too.
 */

import { months } from "../months";

/** No address, identity or title of a source may hold one of these: the check of texts says so. */
export const marks = "{^}<>`*§¤¦¬";

/**
 * The text that a mark stands for; "" where the date is too partial for it.
 * @param date a source's date: 2025-04-16, 2025-04 or 2025
 */
function textOf(mark: string, date: string): string {
  const y = date.slice(0, 4);
  const m = date.slice(5, 7);
  const d = date.slice(8);
  if (mark === "§") return y;
  if (m === "" || (d === "" && "^{}<¬".includes(mark))) return "";
  const before = Number(m) - 1 || 12;
  const year = m === "01" ? Number(y) - 1 : y;
  switch (mark) {
    case "^":
      return date;
    case "{":
      return `${y}/${m}${d}`;
    case "}":
      return y + m + d;
    case "<":
      return `${y}/${m}/${d}`;
    case "¬":
      return `${y}-${m}/${d}`;
    case ">":
      return y + m;
    case "`":
      return `${year}-${before < 10 ? "0" : ""}${before}`;
    case "*":
      return `${year}年${before}月份`;
    case "¤":
      return `${year}年1—${before}月`;
    default:
      return `${months[before - 1] ?? ""} ${year}`;
  }
}

/** Puts marks in the place of what they stand for, of two that begin together the longer. */
export function marked(text: string, date: string): string {
  const texts = [...marks]
    .map((mark) => [textOf(mark, date), mark] as const)
    .filter(([one]) => one !== "")
    .sort(([a], [b]) => b.length - a.length);
  let made = "";
  for (let at = 0; at < text.length;) {
    const [one, mark] = texts.find(([each]) => text.startsWith(each, at)) ?? [
      text.charAt(at),
      text.charAt(at),
    ];
    made += mark;
    at += one.length;
  }
  return made;
}

const anyMark = new RegExp(`[${marks}]`, "g");

/** The text with what its marks stand for. */
export function unmarked(text: string, date: string): string {
  return text.replace(anyMark, (mark) => textOf(mark, date));
}

/** How addresses begin, each with a letter that stands for it. */
const beginnings = { W: "https://www.", w: "http://www.", S: "https://", s: "http://" } as const;

/** An address in short: its beginning as a letter, its date as a mark. */
export function shortAddress(url: string, date: string): string {
  const [letter, beginning] = Object.entries(beginnings).find(([, text]) => url.startsWith(text)) ?? ["", ""];
  return letter + marked(url.slice(beginning.length), date);
}

/** The address that was shortened. */
export function longAddress(short: string, date: string): string {
  if (short === "") return "";
  return (beginnings[short.charAt(0) as keyof typeof beginnings] ?? "") + unmarked(short.slice(1), date);
}

/** The number by which a page is called in its short address: the last of five digits or more. */
const numberIn = (short: string) => short.match(/\d{5,}/g)?.pop() ?? "#";

/** An identity in short: the number of the page as #, the date as a mark. */
export function shortId(id: string, shortUrl: string, date: string): string {
  const number = numberIn(shortUrl);
  return id
    .split(number)
    .map((part) => marked(part, date))
    .join("#");
}

/** The identity that was shortened. */
export function longId(short: string, shortUrl: string, date: string): string {
  return unmarked(short.includes("#") ? short.replace("#", numberIn(shortUrl)) : short, date);
}
