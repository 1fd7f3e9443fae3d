import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Circumstances } from "../../src/sheets/circumstances";
import type { Insertion } from "../../src/workbook/insertion";

/** Where the recorded insertions and their pictures stand. */
export const casesFolder = join(__dirname, "..", "cases", "sheets");

/** The recorded insertions by name, with what they depend on. */
export const cases = JSON.parse(readFileSync(join(casesFolder, "cases.json"), "utf8")) as Readonly<
  Record<string, { insertion: Insertion; circumstances: Circumstances }>
>;
