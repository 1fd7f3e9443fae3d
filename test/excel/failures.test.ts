import type { Insertion } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { dealt, every } from "../dealt";
import { eachTest, openExcel } from "./excel";
import { at, insertions, newSheet, over, singles, summaries } from "./insertions";
import { look } from "./seen";
import { done, furnish } from "./workbook";

/**
 * A message that fails at any action leaves the workbook as it was, for every template and every single insertion. (Where
 * Excel refuses one member alone: refused.test.ts.) The insertions have hundreds of actions, but few kinds: the members of
 * Excel's objects that they use. Each insertion fails at its last action, and at the last one of each kind that no insertion
 * before it failed at; `npm test` tries a part of these. `npm run test:all` tries every action, which takes about an hour.
 */

jest.setTimeout(every ? 7_200_000 : 120_000);

const excel = eachTest(openExcel, furnish);

interface Message {
  Actions: { Name: string; ObjectPathId: number }[];
  ObjectPaths: Record<number, { Name: string } | undefined>;
}

/** The kinds of the actions sent since the last call, in order: "Charts.Add", "Font.Color" … */
const kindsSent = (): string[] =>
  excel.messages().flatMap((body) => {
    const { Actions, ObjectPaths } = JSON.parse(body) as Message;
    return Actions.map(({ Name, ObjectPathId }) => `${ObjectPaths[ObjectPathId]?.Name ?? ""}.${Name}`);
  });

/** Acts with the kinds of action at which they have failed already. */
const tried = new Set<string>();

/** Numbers of the actions to fail at (1 is the next action). */
function chosen(act: string, kinds: readonly string[]): readonly number[] {
  if (every) return kinds.map((_, index) => index + 1);
  const numbers = new Set([kinds.length]);
  // The last of each kind: after it most has to be undone.
  for (const [kind, number] of new Map(kinds.map((kind, index) => [`${act} ${kind}`, index + 1]))) {
    if (tried.has(kind)) continue;
    tried.add(kind);
    numbers.add(number);
  }
  return dealt(
    [...numbers].sort((a, b) => a - b),
    5,
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

/** Does an act, takes it back by `back`, and gives the kinds of its actions. */
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

/** Small insertions first, so that most kinds of action are tried without a whole sheet. */
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
