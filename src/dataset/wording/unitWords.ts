import type { Unit } from "../../data/dataset";
import type { Text2 } from "./text";

/** Units of the data in both languages. It inherits nothing, because a user's table may count in "constructor". */
export const unitWords: Readonly<Record<Unit, Text2>> = {
  // @ts-expect-error TypeScript does not know this form.
  __proto__: null,
  PT: { en: "%", zh: "%" },
  PP: { en: "percentage points", zh: "个百分点" },
  CNY: { en: "yuan", zh: "元" },
  PIECES: { en: "pieces", zh: "件" },
  PERSONS: { en: "persons", zh: "人" },
  COUNTRIES: { en: "countries", zh: "个国家" },
  EVENTS: { en: "events", zh: "场" },
  ENTERPRISES: { en: "enterprises", zh: "家企业" },
  AGREEMENTS: { en: "agreements", zh: "项意向" },
  MEASURES: { en: "measures", zh: "项举措" },
  PLATFORMS: { en: "platforms", zh: "家平台" },
};
