import type { Period } from "../../../../src/dataset";
import type { Messages } from "../../../../src/taskpane/messages";
import type { Insertion } from "../../../../src/workbook/insertion";
import type { Workbench } from "../../browser";
import type { Product } from "../../product";
import { paneParts } from "../pane";
import { conversation, protectedSheet, protectedStructure } from "./causes";
import type { Cause } from "./causes";

/** A workbench, the words of its pane, and actions for what others do before. */
export interface Scene extends Workbench {
  words: Messages;
  product: Product;
}

/** One action of the pane. */
export interface Act {
  name: string;
  /** Makes what the action needs, and opens its view. */
  prepare(scene: Scene): Promise<unknown>;
  press(scene: Scene): Promise<unknown>;
  /** Restores the workbook, so that the action has something to do again. */
  again(scene: Scene): Promise<unknown>;
  causes: readonly Cause[];
  /** Whether it ends with a message; else it shows where it went. */
  silent?: true;
}

const chart: Insertion = { kind: "chart", indicators: ["EXPRESS_VOLUME"], period: "2025-Q1" as Period };

const openTab = ({ addin, words }: Scene, tab: "explore" | "build" | "sheets" | "check") =>
  paneParts(addin).tab(words[tab]).click();
const done = ({ addin }: Workbench) => addin.locator(".message.done").waitFor();

async function undo(scene: Scene): Promise<void> {
  const { addin, words, idle } = scene;
  const before = await messageOf(scene);
  await addin.locator(".notice-acts button", { hasText: words.undo }).click();
  // Undoing has a message of its own, which can be undone as well.
  await addin.locator(".message.done .notice-text").filter({ hasNotText: before }).waitFor();
  await idle();
}

/** A block on the first sheet, or on one of its own, and the list of blocks. */
async function block(scene: Scene, ownSheet = false): Promise<void> {
  await openTab(scene, "explore");
  const place = ownSheet
    ? ({ kind: "new-sheet" } as const)
    : ({ kind: "at", sheet: "Sheet1", address: "B3" } as const);
  const outcome = await scene.product.insert(chart, place, "en");
  if (!outcome.ok) throw new Error(outcome.problem.name);
  await openTab(scene, "sheets");
  await scene.addin.locator(".block-acts").waitFor();
}

/** Deletes the block's chart, so that an update or a repair has something to do. */
const breakBlock = ({ addin }: Workbench) =>
  addin.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().charts.getItemAt(0).delete();
      await context.sync();
    }),
  );

const pressBlock =
  (which: number) =>
  ({ addin }: Workbench) =>
    addin.locator(".block-acts button").nth(which).click();
const [goTo, update, remove] = [pressBlock(0), pressBlock(1), pressBlock(2)];

async function examine({ addin, words }: Scene): Promise<void> {
  await addin
    .locator("button", { hasText: new RegExp(`^(${words.examine}|${words.examineAgain})$`) })
    .click();
  await addin.locator(".findings li").waitFor();
}

const freeze = ({ addin, words }: Scene) =>
  addin.locator(".acts button", { hasText: new RegExp(`^${words.freeze}$`) }).click();
const thaw = ({ addin, words }: Scene) =>
  addin.locator(".acts button", { hasText: new RegExp(`^${words.thaw}$`) }).click();
const insert = ({ addin }: Workbench) => addin.locator(".button.primary.wide").click();

async function openIndicator(
  { addin, words }: Scene,
  form: "asTable" | "asChart",
  place: "selection" | "new-sheet",
): Promise<void> {
  const { keyFigures, choice } = paneParts(addin);
  await keyFigures.first().click();
  await choice(words[form]).click();
  await choice(place === "selection" ? words.atSelectionNamed("A1") : words.onNewSheet).click();
}

/** Every action that changes the workbook or goes somewhere in it. */
export const paneActs: readonly Act[] = [
  {
    name: "insert at the selection",
    prepare: (scene) => openIndicator(scene, "asChart", "selection"),
    press: insert,
    again: undo,
    causes: [...conversation, protectedSheet],
  },
  {
    name: "insert on a new sheet",
    prepare: (scene) => openIndicator(scene, "asTable", "new-sheet"),
    press: insert,
    again: undo,
    causes: [...conversation, protectedStructure],
  },
  {
    name: "update",
    async prepare(scene) {
      await block(scene);
      await breakBlock(scene);
    },
    press: update,
    again: breakBlock,
    causes: [...conversation, protectedSheet],
  },
  {
    name: "remove",
    prepare: (scene) => block(scene),
    press: remove,
    again: (scene) => block(scene),
    causes: [...conversation, protectedSheet],
  },
  {
    name: "remove a sheet",
    prepare: (scene) => block(scene, true),
    press: remove,
    again: (scene) => block(scene, true),
    causes: [protectedStructure],
  },
  {
    name: "go to",
    prepare: (scene) => block(scene),
    press: goTo,
    again: ({ addin }) =>
      addin.evaluate(() =>
        Excel.run(async ({ workbook }) => {
          workbook.worksheets.getFirst().getRange("A1").select();
          await workbook.context.sync();
        }),
      ),
    // It reads nothing, so none of its answers is large.
    causes: conversation.filter(({ name }) => !name.startsWith("an answer")),
    silent: true,
  },
  {
    name: "freeze",
    async prepare(scene) {
      await scene.put("B2", '=ECOM.GROWTH("digital","2025-Q1")');
      await openTab(scene, "check");
    },
    press: freeze,
    again: undo,
    causes: [...conversation, protectedSheet, protectedStructure],
  },
  {
    name: "thaw",
    async prepare(scene) {
      await scene.put("B2", '=ECOM.GROWTH("digital","2025-Q1")');
      await openTab(scene, "check");
      await freeze(scene);
      await done(scene);
    },
    press: thaw,
    async again(scene) {
      // A formula that is not calculated yet is not frozen.
      await scene.idle();
      await freeze(scene);
      await scene.addin.locator(".notice-acts button", { hasText: scene.words.undo }).waitFor();
    },
    causes: [...conversation, protectedSheet, protectedStructure],
  },
  {
    name: "mend",
    async prepare(scene) {
      await block(scene);
      await breakBlock(scene);
      await openTab(scene, "check");
      await examine(scene);
    },
    press: ({ addin, words }) => addin.locator(".findings button", { hasText: words.mend }).click(),
    async again(scene) {
      await breakBlock(scene);
      await examine(scene);
    },
    causes: [...conversation, protectedSheet],
  },
  {
    name: "write from Build",
    async prepare(scene) {
      await scene.put("B2", '=ECOM.GROWTH("digital","2025-Q1")');
      await scene.select("B2");
      await openTab(scene, "build");
      await fillPeriod(scene);
    },
    press: insert,
    async again(scene) {
      await undo(scene);
      await fillPeriod(scene);
    },
    causes: [...conversation, protectedSheet],
  },
];

async function fillPeriod({ addin }: Workbench): Promise<void> {
  await addin.locator(".build-fields input").nth(1).fill("2025");
  await addin.locator(".button.wide:not([disabled])").waitFor();
}

/** What a page shows of the pane's message. */
export const messageOf = (scene: Workbench) => paneParts(scene.addin).notice.innerText();
