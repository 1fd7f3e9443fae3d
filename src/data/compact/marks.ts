/**
 * Shortens addresses, ids and titles of sources that repeat the source's date: a mark replaces each way of writing
 * it. A release of 2025-04-16 is about March 2025, so the month before has marks too.
 */

import { months } from "../months";

/** The marks. The check of texts keeps them out of addresses, ids and titles. */
export const marks = "{^}<>`*§¤¦¬";

/**
 * The text that a mark replaces; "" where the date is too partial for it.
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

/**
 * Replaces the date's texts by marks, longer ones first. `date` is the source's, YYYY-MM-DD: titles and addresses
 * repeat it in many forms.
 */
export function marked(text: string, date: string): string {
  const texts = [...marks]
    .map((mark) => [textOf(mark, date), mark] as const)
    .filter(([one]) => one !== "")
    .sort(([a], [b]) => b.length - a.length);
  let out = "";
  for (let at = 0; at < text.length;) {
    const [name, mark] = texts.find(([form]) => text.startsWith(form, at)) ?? [
      text.charAt(at),
      text.charAt(at),
    ];
    out += mark;
    at += name.length;
  }
  return out;
}

const anyMark = new RegExp(`[${marks}]`, "g");

/** Replaces marks by the date's texts. The inverse of `marked`, with the same date. */
export function unmarked(text: string, date: string): string {
  return text.replace(anyMark, (mark) => textOf(mark, date));
}

/** The usual beginnings of addresses, each with its letter. */
const beginnings = { W: "https://www.", w: "http://www.", S: "https://", s: "http://" } as const;

/** Shortens an address: a letter for its beginning, marks for its date. */
export function shortAddress(url: string, date: string): string {
  const [letter, beginning] = Object.entries(beginnings).find(([, text]) => url.startsWith(text)) ?? ["", ""];
  return letter + marked(url.slice(beginning.length), date);
}

/** The inverse of `shortAddress`. `date` is the source's; "" stays "". */
export function longAddress(short: string, date: string): string {
  if (short === "") return "";
  return (beginnings[short.charAt(0) as keyof typeof beginnings] ?? "") + unmarked(short.slice(1), date);
}

/** The number of a page in its short address: the last one of five digits or more; "#" without one. */
const numberIn = (short: string) => short.match(/\d{5,}/g)?.pop() ?? "#";

/** Shortens an id: # for the page's number, marks for the date. */
export function shortId(id: string, shortUrl: string, date: string): string {
  const number = numberIn(shortUrl);
  return id
    .split(number)
    .map((part) => marked(part, date))
    .join("#");
}

/** The inverse of `shortId`. `shortUrl` is the packed address, whose number the id may repeat as "#". */
export function longId(short: string, shortUrl: string, date: string): string {
  return unmarked(short.includes("#") ? short.replace("#", numberIn(shortUrl)) : short, date);
}
