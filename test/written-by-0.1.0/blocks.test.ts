import { dataset, joinTables as joinOwn } from "../../src/dataset";
import type { Period } from "../../src/dataset";
import type { Snapshot } from "../../src/workbench/host";
import type { Insertion } from "../../src/workbook/insertion";
import type { Block } from "../../src/workbook/outcome";
import { dealt } from "../dealt";
import { eachTest } from "../excel/excel";
import { over } from "../excel/insertions";
import { isIn, sheetOf, withoutIds } from "./seen";
import { actsAfter, anotherPeriod, openSaved, renames, replay, written, type Written } from "./written";

/** Blocks that 0.1.0 inserted are updated by today's add-in, guarded against what people changed in them, and removed. */
jest.setTimeout(120_000);

const excel = eachTest();
afterEach(() => joinOwn(undefined));

/** What a person sees of blocks and of the sheets around them, without ids. */
const pictures = (model: Snapshot, blocks: readonly Block[]): unknown[] =>
  // Blocks of one sheet come in the order of their ids, which is random.
  [...blocks]
    .sort((a, b) => (a.address < b.address ? -1 : 1))
    .map(({ id: _id, ...block }) => {
      const { state, ...sheet } = sheetOf(model, block.sheet);
      const page = { ...(state as Snapshot["state"]["sheets"][string]), customProperties: {} };
      const cells = Object.entries(sheet["cells"] as object).filter(([address]) =>
        isIn(address, block.address),
      );
      return withoutIds({ block, ...sheet, names: undefined, page, cells: Object.fromEntries(cells) });
    });

/** Opens it, with what is frozen thawed: a block of which cells are frozen is neither updated nor removed. */
async function openLive(saved: Written): Promise<readonly Block[]> {
  await excel.openAnother(() => openSaved(saved.sets, saved.workbook));
  if (saved.acts.some(({ act }) => act === "freeze")) await excel.thaw();
  await excel.host.idle();
  return excel.blocks();
}

/** The sheet and the first cell of a place. */
const placeOf = (place: object): string => {
  const { sheet = "", address = "" } = place as Partial<Block>;
  return `${sheet}!${address.replace(/:.*$/, "")}`;
};

/** Blocks in the order in which they were inserted. */
function inOrder({ acts }: Written, blocks: readonly Block[]): Block[] {
  const order = acts.map((act) => (act.act === "insert" ? placeOf(act.done ?? act.place) : ""));
  return [...blocks].sort((a, b) => order.indexOf(placeOf(a)) - order.indexOf(placeOf(b)));
}

/** Sheets with cells of ours that are no block. */
const plainSheets = ({ acts, blocks }: Written): string[] => [
  ...new Set(
    acts.flatMap((saved) => {
      const sheet =
        saved.act === "insert" && /^(formula|value|series|card)$/.test(saved.insertion.kind)
          ? saved.done?.sheet
          : undefined;
      return sheet !== undefined && blocks.every((block) => block.sheet !== sheet) ? [sheet] : [];
    }),
  ),
];

const withBlocks = written.flatMap((saved) => (saved.before ? [{ ...saved, before: saved.before }] : []));

async function update(block: Block, insertion: Insertion): Promise<void> {
  await excel.insert(insertion, over(block.id), block.language);
  await excel.host.idle();
}

describe.each(dealt(withBlocks, 4))("every block of $name", (saved) => {
  test("is updated in place, and is then as if today's add-in had inserted it.", async () => {
    // In the order of insertion: a chart takes its height from the rows beside it.
    for (const block of inOrder(saved, await openLive(saved))) await update(block, block.insertion);
    const updated = pictures(await excel.model(), await excel.blocks());
    expect(updated).toHaveLength(saved.blocks.length);
    // With the data date that the workbook has kept.
    const { settings } = saved.workbook.state;
    await excel.openAnother(() =>
      openSaved(saved.sets, { ...saved.before, state: { ...saved.before.state, settings } }),
    );
    await replay(
      excel,
      actsAfter(saved, "before").filter(({ act }) => act !== "freeze"),
    );
    expect(updated).toEqual(pictures(await excel.model(), await excel.blocks()));
  });
});

describe.each(dealt(withBlocks, 2))("every block of $name", (saved) => {
  test("is updated to another period, and all are removed: the workbook is as before.", async () => {
    let updated = 0;
    for (const block of await openLive(saved)) {
      const other = await anotherPeriod(excel, block);
      if (!other) {
        // There is no other period with figures: that is said, and the block stays.
        const wanted = { ...block.insertion, period: "2024" as Period } as Insertion;
        const refused = await excel.actions.insert(wanted, over(block.id), block.language);
        expect(refused).toMatchObject({ ok: false, problem: { name: "no-figure" } });
        continue;
      }
      updated += 1;
      await update(block, other);
      const now = (await excel.blocks()).find(({ id }) => id === block.id);
      expect(now).toMatchObject({ insertion: other, language: block.language, version: dataset.version });
    }
    expect(updated).toBeGreaterThan(0);
    // The latest first: of two side by side, the later one recorded the row heights that the earlier one had set.
    for (const { id } of inOrder(saved, await excel.blocks()).reverse()) await excel.remove(id);
    expect(await excel.blocks()).toEqual([]);
    const left = await excel.model();
    await excel.openAnother(() => openSaved(saved.sets, saved.workbook));
    const opened = await excel.model();
    await excel.openAnother(() => openSaved(saved.sets, saved.before));
    await replay(
      excel,
      renames(saved).filter(({ sheet }) => saved.before.sheets.some(({ name }) => name === sheet)),
    );
    const before = await excel.model();
    // Plain cells are no block, so they stay.
    const plain = plainSheets(saved);
    const names = before.sheets.map(({ name }) => name);
    expect(left.sheets.map(({ name }) => name)).toEqual([
      ...names,
      ...plain.filter((name) => !names.includes(name)),
    ]);
    for (const { name } of left.sheets)
      expect(withoutIds(sheetOf(left, name))).toEqual(
        withoutIds(sheetOf(plain.includes(name) ? opened : before, name)),
      );
  });
});

describe.each(withBlocks)("what people change inside of a block of $name", (saved) => {
  test("is known by what 0.1.0 kept of it: it is named, and nothing is written over it.", async () => {
    for (const block of await openLive(saved)) {
      const cells = await excel.cells(block.sheet);
      const filled = Object.keys(cells).filter(
        (cell) => isIn(cell, block.address) && cells[cell]?.value !== undefined && !cells[cell].formula,
      );
      // The last one: the first is the title, which every block has.
      const address = filled.at(-1) ?? "";
      const enter = (values: unknown[][]) =>
        excel.edit(({ worksheets }) => (worksheets.getItem(block.sheet).getRange(address).values = values));
      const was = cells[address]?.value;
      await enter([["Changed by me"]]);
      const outcome = await excel.actions.insert(block.insertion, over(block.id), block.language);
      if (!block.unfinished)
        expect(outcome).toMatchObject({
          ok: false,
          problem: { name: "changed-inside", cells: [{ address, text: "Changed by me" }] },
        });
      await enter([[typeof was === "string" ? `'${was}` : was]]);
    }
  });
});
