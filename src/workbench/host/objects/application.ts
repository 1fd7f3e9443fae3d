import { asOneOf } from "../errors";
import { ref } from "./define";
import type { ObjectType } from "./define";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
const calculations = ["Recalculate", "Full", "FullRebuild"] as const;

/** Excel itself. */
export const application: ObjectType<null> = {
  name: "Application",
  get: {
    CalculationMode: (_self, model) => model.calculation.mode,
    CalculationEngineVersion: () => 191029,
    CalculationState: (_self, model) => (model.calculation.pending ? "Calculating" : "Done"),
    DecimalSeparator: () => ".",
    ThousandsSeparator: () => ",",
    UseSystemSeparators: () => true,
  },
  set: {
    CalculationMode: (_self, value, model) => {
      model.calculation.mode = asOneOf(value, modes);
      if (model.calculation.mode !== "Manual") return model.calculation.settle();
    },
  },
  go: { CultureInfo: () => ref(cultureInfo, null) },
  call: {
    // The page draws when a batch is done: there is nothing to hold still.
    SuspendScreenUpdatingUntilNextSync: () => null,
    // Calculation waits for the first read anyway.
    SuspendApiCalculationUntilNextSync: () => null,
  },
  act: {
    Calculate: async (_self, [type], model) => {
      if (asOneOf(type, calculations) !== "Recalculate") model.functions.recalculateAll();
      await model.calculation.settle(true);
    },
  },
};

const cultureInfo: ObjectType<null> = {
  name: "CultureInfo",
  get: { Name: (_self, model) => model.locale },
  go: {
    NumberFormat: () => ref(numberFormatInfo, null),
    DatetimeFormat: () => ref(datetimeFormatInfo, null),
  },
};

const numberFormatInfo: ObjectType<null> = {
  name: "NumberFormatInfo",
  get: { NumberDecimalSeparator: () => ".", NumberGroupSeparator: () => "," },
};

const datetimeFormatInfo: ObjectType<null> = {
  name: "DatetimeFormatInfo",
  get: {
    DateSeparator: () => "/",
    TimeSeparator: () => ":",
    ShortDatePattern: (_self, model) => (model.locale === "zh-CN" ? "yyyy/m/d" : "m/d/yyyy"),
    LongDatePattern: (_self, model) => (model.locale === "zh-CN" ? "yyyy年m月d日" : "dddd, mmmm d, yyyy"),
    LongTimePattern: () => "h:mm:ss AM/PM",
  },
};
