import { languageOf, type State } from "../state";
import type { Store } from "../store";
import type { Controller } from "./controller";
import type { Runner } from "./runner";

type Checking = Pick<
  Controller,
  "compare" | "refreshCited" | "freeze" | "thaw" | "examine" | "mend" | "remedy"
>;

/** The part of the controller that checks, freezes and repairs. `tell` shows an outcome as a notice. */
export function checking(
  store: Store<State>,
  { run, ask }: Runner,
  tell: (outcome: Awaited<ReturnType<Runner["run"]>>) => void,
): Checking {
  const examine = () =>
    ask(
      (workbook) => workbook.doctor(),
      ({ findings }) => ({ findings }),
    );
  return {
    compare: () =>
      ask(
        (workbook) => workbook.compare(store.get().compareIn),
        ({ mixes }) => ({ mixes }),
      ),

    refreshCited: () =>
      ask(
        (workbook) => workbook.cited(),
        ({ cited }) => ({ cited }),
      ),

    async freeze(scope) {
      const language = languageOf(store.get());
      tell(
        await run((workbook, progress) => workbook.freeze(scope, language, progress), { cancellable: true }),
      );
    },

    async thaw(scope) {
      tell(await run((workbook, progress) => workbook.thaw(scope, progress), { cancellable: true }));
    },

    examine,

    async mend(findings) {
      const language = languageOf(store.get());
      const outcome = await run((workbook, progress) => workbook.mend(findings, language, progress));
      if (!outcome?.ok) return;
      await examine();
      tell(outcome);
    },

    async remedy({ sheet, address, formula = "" }, remedy) {
      const outcome = await run((workbook) => workbook.writeFormula(sheet, address, remedy.formula, formula));
      if (!outcome?.ok) return;
      await examine();
      tell(outcome);
    },
  };
}
