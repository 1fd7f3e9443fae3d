import { codeOf, talk } from "../excel";
import type { Context } from "../excel";
import type { Aspect, Difference } from "../workbook/selfTest";
import { difference } from "./differences";
import { isPassingCode } from "./passing";

/** A part of a sheet to read back and compare. */
export interface Facet {
  what: Aspect;
  /**
   * Queues reading.
   * @returns compares what was read, and gives the differences, or more to read
   */
  ask: (workbook: Excel.Workbook) => () => readonly Difference[] | Facet;
}

/**
 * Reads parts of a sheet in one batch, or if Excel refuses that, each in its own, and gives the differences. A part
 * that Excel refuses to read is a difference "can be read".
 */
export async function readFacets(timeoutMs: number, facets: readonly Facet[]): Promise<Difference[]> {
  if (facets.length === 0) return [];
  try {
    return await talk(timeoutMs, (context) => askAll(context, facets));
  } catch (error) {
    const code = codeOf(error);
    // An error without a code is a bug, and one that passes by itself is left to the caller.
    if (code === "" || isPassingCode(code)) throw error;
    const [only, ...others] = facets;
    if (only && others.length === 0) return [difference(only.what, "", "can be read", code)];
    const differences: Difference[] = [];
    for (const facet of facets) differences.push(...(await readFacets(timeoutMs, [facet])));
    return differences;
  }
}

/** Further questions are read in the same batch, because they are about the same objects. */
async function askAll(context: Context, facets: readonly Facet[]): Promise<Difference[]> {
  const answersOf = facets.map((facet) => facet.ask(context.workbook));
  await context.sync();
  const answers = answersOf.map((answer) => answer());
  const more = answers.filter((answer): answer is Facet => "ask" in answer);
  const differences = answers.flatMap((answer) => ("ask" in answer ? [] : answer));
  return more.length > 0 ? [...differences, ...(await askAll(context, more))] : differences;
}
