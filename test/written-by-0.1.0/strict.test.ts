import { joinTables as joinOwn } from "../../src/dataset";
import type { Insertion } from "../../src/workbook/insertion";
import type { Block } from "../../src/workbook/outcome";
import { every as all } from "../dealt";
import { eachTest } from "../excel/excel";
import { over } from "../excel/insertions";
import { formulas } from "./seen";
import { anotherPeriod, openSaved, written, type Written } from "./written";

/**
 * Workbooks that 0.1.0 wrote are thawed, updated, frozen and emptied in an Excel that plays all known and supposed refusals.
 * `npm run test:all` does so with all of them.
 */

jest.setTimeout(all ? 600_000 : 240_000);

const excel = eachTest();
afterEach(() => joinOwn(undefined));

const open = async (saved: Written): Promise<void> => {
  // As of 1.20 Excel groups what is written for Undo, and refuses some members in a group.
  const sets = saved.sets["ExcelApi"] === "1.18" ? { ...saved.sets, ExcelApi: "1.20" } : saved.sets;
  await excel.openAnother(() => openSaved(sets, saved.workbook, { rules: "strict" }));
};

const now = async (): Promise<Record<string, string>> => {
  await excel.host.idle();
  return formulas(await excel.model());
};

async function update(block: Block, insertion: Insertion): Promise<void> {
  await excel.insert(insertion, over(block.id), block.language);
  await excel.host.idle();
}

const some = /^(frozen-workbook|renamed|singles-at|without)/;
const few = written.filter(({ name }) => all || some.test(name));

test.each(few.map((saved) => [saved.name, saved] as const))(
  "%s is thawed, updated, frozen and thawed again, and emptied.",
  async (_name, saved) => {
    await open(saved);
    if (saved.acts.some(({ act }) => act === "freeze")) await excel.thaw();
    const blocks = await excel.blocks();
    expect(blocks).toHaveLength(saved.blocks.length);
    for (const block of blocks) await update(block, block.insertion);
    let changed = 0;
    for (const block of blocks) {
      const other = await anotherPeriod(excel, block);
      if (other) {
        await update(block, other);
        changed += 1;
      }
    }
    if (blocks.length > 0) expect(changed).toBeGreaterThan(0);
    const live = await now();
    const frozen = await excel.actions.freeze("workbook", "en");
    if (frozen.ok) {
      expect(Object.values(await now()).filter((formula) => formula.includes("ECOM."))).toEqual([]);
      await excel.thaw();
    } else expect(frozen.problem.name).toMatch(/nothing-to-freeze|not-ready/);
    expect(await now()).toEqual(live);
    for (const { id } of [...(await excel.blocks())].reverse()) await excel.remove(id);
    expect(await excel.blocks()).toEqual([]);
    const examined = await excel.actions.doctor();
    expect(examined.ok && examined.findings.filter(({ kind }) => /gone|broken/.test(kind))).toEqual([]);
  },
);

const frozen = written.filter(({ live, name }) => live && (all || some.test(name)));

test.each(frozen.map((saved) => [saved.name, saved] as const))(
  "What is frozen in %s is thawed one after the other: each time Excel cuts what is kept of the rest.",
  async (_name, saved) => {
    await open(saved);
    const names = (await excel.model()).state.names.filter(({ name }) => /^ecom_frozen_/i.test(name));
    const before = Object.keys(await now()).length;
    for (const { formula } of names) {
      const [, sheet = "", address = ""] = /^=(.*)!(.*)$/.exec(formula) ?? [];
      const name = sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
      await excel.edit(({ worksheets }) => {
        worksheets.getItem(name).activate();
        worksheets.getItem(name).getRange(address).select();
      });
      await excel.thaw("selection");
    }
    expect(Object.keys(await now()).length - before).toBe(names.length);
    expect(await excel.actions.thaw("workbook")).toMatchObject({ problem: { name: "nothing-to-thaw" } });
  },
);
