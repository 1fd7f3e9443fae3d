import type { CustomSheet } from "../../workbook/insertion";
import type { ViewProps } from "./frame";

/** The properties of the fields of a custom sheet. */
export interface CustomProps extends Pick<ViewProps, "words" | "language"> {
  custom: CustomSheet;
  choose: (custom: CustomSheet) => void;
}
