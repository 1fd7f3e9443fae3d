import { codeOf, talk } from "../excel";
import type { Context } from "../excel";
import type { Aspect, Difference } from "../workbook/selfTest";
import { difference } from "./differences";
import { isPassingCode } from "./passing";

/** A part of a sheet that is read back and compared. */
export interface Facet {
  what: Aspect;
  /**
   * Queues what is to be read.
   * @returns what compares it once it has come, and gives what differs, or more that has to be read
   */
  ask: (workbook: Excel.Workbook) => () => readonly Difference[] | Facet;
}

/** Reads parts of a sheet, all in one conversation, or where Excel refuses that, each in its own, and gives what differs. */
export async function readFacets(patience: number, facets: readonly Facet[]): Promise<Difference[]> {
  if (facets.length === 0) return [];
  try {
    return await talk(patience, (context) => askAll(context, facets));
  } catch (error) {
    const code = codeOf(error);
    // Without a code it is a fault of ours; and what passes by itself is the caller's business.
    if (code === "" || isPassingCode(code)) throw error;
    const [only, ...others] = facets;
    if (only && others.length === 0) return [difference(only.what, "", "can be read", code)];
    const found: Difference[] = [];
    for (const facet of facets) found.push(...(await readFacets(patience, [facet])));
    return found;
  }
}

/** What is found out only after something has come is asked for in the same conversation: it is about the same objects. */
async function askAll(context: Context, facets: readonly Facet[]): Promise<Difference[]> {
  const asked = facets.map((facet) => facet.ask(context.workbook));
  await context.sync();
  const answers = asked.map((answer) => answer());
  const more = answers.filter((answer): answer is Facet => "ask" in answer);
  const found = answers.flatMap((answer) => ("ask" in answer ? [] : answer));
  return more.length > 0 ? [...found, ...(await askAll(context, more))] : found;
}
