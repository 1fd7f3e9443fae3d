import type { CellRange } from "../../state";
import { invalid } from "../errors";
import { localAddress } from "../grid/address";
import type { Model } from "../model";
import { ref } from "./define";
import type { ObjectType } from "./define";
import { range, rangeAreas, worksheet } from "./kinds";
import { clear } from "./rangeEdits";

const first = (self: readonly CellRange[]): CellRange => {
  const [one] = self;
  if (!one) throw invalid();
  return one;
};

const address = (self: readonly CellRange[], model: Model): string =>
  self.map((area) => `${model.sheetPrefix(area.sheetId)}!${localAddress(area)}`).join(",");

/** Several ranges of one sheet; formats are set area by area. */
export const rangeAreasType: ObjectType<readonly CellRange[]> = {
  name: rangeAreas.name,
  trackable: true,
  check: (self, model) => void model.book.sheet(first(self).sheetId),
  get: {
    Address: address,
  },
  go: {
    Areas: (self) => ref(areas, self),
    Worksheet: (self) => worksheet.of(first(self).sheetId),
  },
  act: {
    Clear: (self, [applyTo], model) => {
      for (const area of self)
        clear(area, applyTo === "Contents" || applyTo === "Formats" ? applyTo : "All", model);
    },
  },
};

const areas: ObjectType<readonly CellRange[]> = {
  name: "RangeCollection",
  items: (self) => self.map((area) => range.of(area)),
  call: {
    GetItemAt: (self, [index]) => {
      const found = self[index as number];
      if (!found) throw invalid();
      return range.of(found);
    },
  },
};
