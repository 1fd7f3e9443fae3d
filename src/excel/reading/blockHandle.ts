/** A block's handle. It contains the sheet's id, because copies of a sheet have blocks with the same id. */
export const blockHandle = (sheetId: string, id: string): string => `${sheetId}|${id}`;

/** The sheet's id and the block's id in a handle. The last bar separates the two. */
export function readHandle(block: string): { sheetId: string; id: string } {
  const bar = block.lastIndexOf("|");
  return { sheetId: block.slice(0, bar), id: block.slice(bar + 1) };
}
