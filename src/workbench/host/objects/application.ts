import { asOneOf } from "../errors";
import type { ObjectType } from "./define";

const calculations = ["Recalculate", "Full", "FullRebuild"] as const;

/** Excel itself. */
export const application: ObjectType<null> = {
  name: "Application",
  get: { DecimalSeparator: () => "." },
  call: {
    // Does nothing: the page is drawn only after a batch.
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
  act: {
    Calculate: async (_self, [type], model) => {
      if (asOneOf(type, calculations) !== "Recalculate") model.functions.recalculateAll();
      await model.calculation.settle();
    },
  },
};
