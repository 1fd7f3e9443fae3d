import { asOneOf } from "../errors";
import type { ObjectType } from "./define";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
const calculations = ["Recalculate", "Full", "FullRebuild"] as const;

/** Excel itself. */
export const application: ObjectType<null> = {
  name: "Application",
  get: {
    CalculationMode: (_self, model) => model.calculation.mode,
    DecimalSeparator: () => ".",
  },
  set: {
    CalculationMode: (_self, value, model) => {
      model.calculation.mode = asOneOf(value, modes);
      if (model.calculation.mode !== "Manual") return model.calculation.settle();
    },
  },
  call: {
    // The page draws when a batch is done: there is nothing to hold still.
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
  act: {
    Calculate: async (_self, [type], model) => {
      if (asOneOf(type, calculations) !== "Recalculate") model.functions.recalculateAll();
      await model.calculation.settle(true);
    },
  },
};
