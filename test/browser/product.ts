import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../../src/dataset";
import type { Actions } from "../../src/workbook/api";
import type { Insertion, Place } from "../../src/workbook/insertion";
import type { Outcome } from "../../src/workbook/outcome";
import type { Workbench } from "./browser";
import { productFolder } from "./build";

/** `src/excel` as one script that leaves `ecomActions` behind: the pane's own code without its buttons. */
export function productScript(): string {
  const text = readFileSync(join(productFolder, "excel.js"), "utf8");
  return `${text}\n;globalThis.ecomActions = ecomExcel.createActions();`;
}

declare global {
  var ecomActions: Actions | undefined;
}

/** The pane's actions on Microsoft's client inside the workbench's frame, for what no button does in one press. */
export interface Product extends Pick<Actions, "remove"> {
  insert(insertion: Insertion, place: Place, language: Language): Promise<Outcome>;
  /** Any action by its name; resolves with its outcome when all is calculated. */
  act<Name extends keyof Actions>(
    name: Name,
    ...given: Parameters<Actions[Name]>
  ): Promise<Awaited<ReturnType<Actions[Name]>>>;
}

/** Loads the actions into the pane's frame, beside the shipped add-in. */
export async function productIn({ addin, idle }: Workbench): Promise<Product> {
  await addin.evaluate(productScript());
  const act = async <Name extends keyof Actions>(
    name: Name,
    ...given: Parameters<Actions[Name]>
  ): Promise<Awaited<ReturnType<Actions[Name]>>> => {
    const outcome = await addin.evaluate(
      ([called, args]) => {
        const actions = globalThis.ecomActions as unknown as Record<string, (...all: unknown[]) => unknown>;
        return actions[called]!(...args);
      },
      [name, given] as const,
    );
    await idle();
    return outcome as Awaited<ReturnType<Actions[Name]>>;
  };
  return {
    act,
    insert: (...given) => act("insert", ...given),
    remove: (block) => act("remove", block),
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
