import type { OwnChoice } from "../../workbook/insertion";
import type { ViewProps } from "./frame";

/** What the fields of a page of one's own read, and how they change the choice. */
export interface OwnProps extends Pick<ViewProps, "words" | "language"> {
  own: OwnChoice;
  choose: (own: OwnChoice) => void;
}
