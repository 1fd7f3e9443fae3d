import type { CellRange } from "../../state";
import { localAddress } from "../grid/address";
import type { ObjectType } from "./define";
import { rangeAreas } from "./kinds";

/** Several ranges of one sheet: an add-in asks where they are, and hands them on. */
export const rangeAreasType: ObjectType<readonly CellRange[]> = {
  name: rangeAreas.name,
  trackable: true,
  check: (self, model) => self.forEach(({ sheetId }) => void model.book.sheet(sheetId)),
  get: {
    Address: (self, model) =>
      self.map((area) => `${model.sheetPrefix(area.sheetId)}!${localAddress(area)}`).join(","),
  },
};
