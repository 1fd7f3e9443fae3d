import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import { openExcel } from "./excel";
import type { OpenExcel } from "./excel";
import { furnish } from "./furnish";
import { insertions } from "./insertions";
import { look } from "./seen";

/**
 * A failure at any action of any message leaves the workbook as it was, for every template and every single insertion.
 * Usually some actions of each are tried, the first and the last among them; EVERY_ACTION=1 tries every one, which takes
 * about an hour.
 */
const every = process.env["EVERY_ACTION"] === "1";
/** How many actions of an act are tried: single insertions are small. */
const tried = { summary: 3, single: 5 };

jest.setTimeout(every ? 7_200_000 : 120_000);

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  await furnish(excel);
});
afterEach(() => excel.dispose());

function blockOf(outcome: Outcome): string {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.done.block ?? "";
}

/** Numbers of the actions to fail at: the first, the last (1 is the next action) and some between. */
function chosen(count: number, kind: keyof typeof tried): number[] {
  const all = Array.from({ length: count }, (_, index) => index + 1);
  if (every) return all;
  const step = (count - 1) / (tried[kind] - 1);
  return [...new Set(Array.from({ length: tried[kind] }, (_, index) => Math.round(1 + index * step)))];
}

/** How many actions the messages since the last call have. */
const actions = (): number =>
  excel
    .messages()
    .reduce((sum, body) => sum + (JSON.parse(body) as { Actions: unknown[] }).Actions.length, 0);

/** Lets an act fail at each chosen action; every time the workbook must be as before, and the settings too. */
async function failEach(count: number, kind: keyof typeof tried, act: () => Promise<Outcome>): Promise<void> {
  const before = look(await excel.model());
  const settings = JSON.stringify([...excel.settings]);
  for (const k of chosen(count, kind)) {
    excel.host.faults.clear();
    excel.host.faults.failAction(k, "GeneralException");
    const outcome = await act();
    expect([k, outcome]).toMatchObject([k, { ok: false, problem: { name: "refused" } }]);
    expect({ k, ...(look(await excel.model()) as object) }).toEqual({ k, ...(before as object) });
    expect(JSON.stringify([...excel.settings])).toBe(settings);
  }
  excel.host.faults.clear();
}

/** How many actions an act takes that may succeed; what it did is taken back by `back`. */
async function counted(
  act: () => Promise<Outcome>,
  back: (outcome: Outcome) => Promise<Outcome>,
): Promise<number> {
  excel.settings.set("ECOM.asof", "2026-09-15");
  excel.messages();
  const outcome = await act();
  const count = actions();
  blockOf(outcome);
  blockOf(await back(outcome));
  return count;
}

const at = (address: string): Place => ({ kind: "at", sheet: "Sheet1", address });

test.each(insertions.map(([name, insertion]) => [name, insertion] as const))(
  "a failure at any action of an insertion, its update and its removal changes nothing: %s",
  async (_name, insertion: Insertion) => {
    const place: Place = insertion.kind === "summary" ? { kind: "new-sheet" } : at("B6");
    const kind = insertion.kind === "summary" ? "summary" : "single";
    const { actions: product } = excel;
    const insert = (): Promise<Outcome> => product.insert(insertion, place, "en");
    const count = await counted(insert, (outcome) => product.remove(blockOf(outcome)));
    await failEach(count, kind, insert);

    const empty = look(await excel.model());
    const block = blockOf(await insert());
    // Plain cells have no marker: they are not updated, only written again.
    if (block.includes("|")) {
      const to = (language: "en" | "zh") => (): Promise<Outcome> =>
        product.insert(insertion, { kind: "block", block }, language);
      const updating = await counted(to("zh"), to("en"));
      await failEach(updating, kind, to("zh"));
    }
    const remove = (): Promise<Outcome> => product.remove(block);
    excel.messages();
    const written = await excel.model();
    blockOf(await remove());
    const removing = actions();
    expect(look(await excel.model())).toEqual(empty);

    const again = blockOf(await insert());
    expect(look(await excel.model())).toMatchObject({ sheets: { length: written.sheets.length } });
    await failEach(removing, kind, () => product.remove(again));
    blockOf(await product.remove(again));
    expect(look(await excel.model())).toEqual(empty);
  },
);
