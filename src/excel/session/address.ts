/** Addresses of cells are pure text; what reads and writes Excel finds them here. */
export { a1, columnLetters, lastColumn, lastRow, parseA1 } from "../../workbook/a1";
