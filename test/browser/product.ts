import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import type { Language } from "../../src/dataset";
import type { Workbench } from "./browser";
import { productFolder } from "./build";

/** `src/excel` as one script that leaves `ecomActions` behind: the pane's own code without its buttons. */
export function productScript(): string {
  const text = readFileSync(join(productFolder, "excel.js"), "utf8");
  return `${text}\n;globalThis.ecomActions = ecomExcel.createActions();`;
}

/** The pane's actions on Microsoft's client inside the workbench's frame, for insertions that no button makes in one press. */
export interface Product {
  insert(insertion: Insertion, place: Place, language: Language): Promise<Outcome>;
  remove(block: string): Promise<Outcome>;
}

declare global {
  var ecomActions: Product | undefined;
}

/** Loads the actions into the pane's frame, beside the shipped add-in. */
export async function productIn({ addin, idle }: Workbench): Promise<Product> {
  await addin.evaluate(productScript());
  return {
    async insert(...given) {
      const outcome = await addin.evaluate((all) => globalThis.ecomActions!.insert(...all), given);
      await idle();
      return outcome;
    },
    async remove(block) {
      const outcome = await addin.evaluate((one) => globalThis.ecomActions!.remove(one), block);
      await idle();
      return outcome;
    },
  };
}

/** The workbook as .xlsx bytes. */
export async function savedBytes({ page }: Workbench): Promise<Uint8Array> {
  const text = await page.evaluate(async () => {
    const { bytes, leftOut } = await window.workbench!.save();
    if (leftOut.length > 0) throw new Error(`Not saved: ${leftOut.join(", ")}`);
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  });
  return Buffer.from(text, "base64");
}
