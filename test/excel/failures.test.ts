import type { Insertion } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { dealt, every } from "../dealt";
import { eachTest, openExcel } from "./excel";
import { at, insertions, newSheet, over, singles, summaries } from "./insertions";
import { look } from "./seen";
import { done, furnish } from "./workbook";

/**
 * A failure that concerns a whole message leaves the workbook as it was, at whatever action it comes, for every template
 * and every single insertion. What Excel refuses of one member alone is another matter: see refused.test.ts.
 * All of them together have hundreds of actions but few kinds: the members of Excel's objects that they call, write or
 * read. Usually each insertion fails at the last action of every kind that none before it failed at, and at its very last; `npm test`
 * deals these out. `npm run test:all` tries every action, which takes about an hour.
 */

jest.setTimeout(every ? 7_200_000 : 120_000);

const excel = eachTest(openExcel, furnish);

interface Message {
  Actions: { Name: string; ObjectPathId: number }[];
  ObjectPaths: Record<number, { Name: string } | undefined>;
}

/** The kinds of the actions that were sent since the last call, one after the other: "Charts.Add", "Font.Color" … */
const kindsSent = (): string[] =>
  excel.messages().flatMap((body) => {
    const { Actions, ObjectPaths } = JSON.parse(body) as Message;
    return Actions.map(({ Name, ObjectPathId }) => `${ObjectPaths[ObjectPathId]?.Name ?? ""}.${Name}`);
  });

/** What failed already: an act and a kind of action. */
const tried = new Set<string>();

/** Numbers of the actions to fail at (1 is the next action). */
function chosen(act: string, kinds: readonly string[]): readonly number[] {
  if (every) return kinds.map((_, index) => index + 1);
  const numbers = new Set([kinds.length]);
  // Of several the last, after which most has to be undone.
  for (const [kind, number] of new Map(kinds.map((kind, index) => [`${act} ${kind}`, index + 1]))) {
    if (tried.has(kind)) continue;
    tried.add(kind);
    numbers.add(number);
  }
  return dealt(
    [...numbers].sort((a, b) => a - b),
    3,
  );
}

/** Lets an act fail at each chosen action; every time the workbook must be as before, and the settings too. */
async function failEach(name: string, kinds: readonly string[], act: () => Promise<Outcome>): Promise<void> {
  const before = look(await excel.model());
  const settings = JSON.stringify([...excel.settings]);
  for (const k of chosen(name, kinds)) {
    const outcome = await excel.failingAt(k, act);
    expect([k, outcome]).toMatchObject([k, { ok: false, problem: { name: "busy" } }]);
    expect({ k, ...(look(await excel.model()) as object) }).toEqual({ k, ...(before as object) });
    expect(JSON.stringify([...excel.settings])).toBe(settings);
  }
}

/** The kinds of the actions of an act that may succeed; what it did is taken back by `back`. */
async function kindsOf(
  act: () => Promise<Outcome>,
  back: (outcome: Outcome) => Promise<Outcome>,
): Promise<readonly string[]> {
  excel.settings.set("ECOM.asof", "2026-09-15");
  excel.messages();
  const outcome = await act();
  const kinds = kindsSent();
  done(outcome);
  done(await back(outcome));
  return kinds;
}

/** Small ones first: the kinds that they have need not be tried with a whole sheet. */
const { tradein, services, ...larger } = summaries;
const smallFirst: [string, Insertion][] = Object.entries({ ...singles, tradein, services, ...larger });

test("Every insertion is tried.", () => {
  expect(new Set(smallFirst)).toEqual(new Set(insertions));
});

test.each(smallFirst)(
  "A failure at any action of an insertion, its update and its removal changes nothing: %s",
  async (_name, insertion: Insertion) => {
    const place = insertion.kind === "summary" ? newSheet : at("B6");
    const { actions: product } = excel;
    const insert = (): Promise<Outcome> => product.insert(insertion, place, "en");
    const inserting = await kindsOf(insert, (outcome) => product.remove(done(outcome).block ?? ""));
    await failEach("insert", inserting, insert);

    const empty = look(await excel.model());
    const { block = "" } = done(await insert());
    // Plain cells have no marker: they are not updated, only written again.
    if (block.includes("|")) {
      const to = (language: "en" | "zh") => (): Promise<Outcome> =>
        product.insert(insertion, over(block), language);
      const updating = await kindsOf(to("zh"), to("en"));
      await failEach("update", updating, to("zh"));
    }
    const remove = (): Promise<Outcome> => product.remove(block);
    excel.messages();
    const written = await excel.model();
    done(await remove());
    const removing = kindsSent();
    expect(look(await excel.model())).toEqual(empty);

    const { block: again = "" } = done(await insert());
    expect(look(await excel.model())).toMatchObject({ sheets: { length: written.sheets.length } });
    await failEach("remove", removing, () => product.remove(again));
    await excel.remove(again);
    expect(look(await excel.model())).toEqual(empty);
  },
);
