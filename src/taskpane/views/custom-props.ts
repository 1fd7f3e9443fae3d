import type { CustomSheet } from "../../workbook/insertion";
import type { ViewProps } from "./frame";

/** What the fields of a page of one's own read, and how they change the choice. */
export interface CustomProps extends Pick<ViewProps, "words" | "language"> {
  custom: CustomSheet;
  choose: (custom: CustomSheet) => void;
}
