import { existsSync, readFileSync } from "node:fs";

/** A file beside a page whose name carries its content: `taskpane.0123456789.js`. */
const named = /\b(?:src|href)="?([\w-]+\.[0-9a-f]{10}\.(?:js|css))\b/g;

/**
 * The files that a built page loads by names that carry their content, in the page's order.
 * @param page the page's file; one that is not there loads nothing
 */
export function namedIn(page: string): string[] {
  if (!existsSync(page)) return [];
  return [...readFileSync(page, "utf8").matchAll(named)].map(([, file]) => file as string);
}
