import type { Tested, TestExcel } from "../../workbook/selfTest";
import { languageOf, type State } from "../state";
import type { Store } from "../store";
import type { Controller } from "./controller";
import { failedNotice, plainNotice } from "./notices";
import type { Runner } from "./runner";

/**
 * The part of the controller that runs the self-test.
 * @param load loads the self-test
 */
export function testing(
  store: Store<State>,
  { run }: Runner,
  load: () => Promise<TestExcel>,
): Pick<Controller, "testExcel"> {
  return {
    async testExcel() {
      let tested: Tested | undefined;
      const outcome = await run(
        async (_workbook, { onProgress, signal }) => {
          let test: TestExcel;
          try {
            test = await load();
          } catch {
            return { ok: false, problem: { name: "not-loaded" } };
          }
          tested = await test({
            onProgress(part, now) {
              store.set({ testing: now });
              onProgress?.(part);
            },
            ...(signal ? { signal } : {}),
          });
          return { ok: true, done: { sheet: "", address: "", text: tested.summary } };
        },
        { cancellable: true },
      );
      store.set({ testing: undefined });
      if (!outcome?.ok || !tested) return;
      const { report, summary } = tested;
      const isWell = report.ended === "whole" && report.left.length === 0;
      const text = (_words: unknown, language: ReturnType<typeof languageOf>) => summary[language];
      store.set({
        tested,
        notice: isWell ? plainNotice(text) : { ...failedNotice({ name: "cancelled" }), text },
      });
    },
  };
}
