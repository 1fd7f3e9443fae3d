/** How one of `Excel.ChartType` is drawn. */
export interface Kind {
  shape: "bar" | "line";
  horizontal: boolean;
  markers: boolean;
}

const kinds: Readonly<Record<string, Kind>> = {
  ColumnClustered: { shape: "bar", horizontal: false, markers: false },
  BarClustered: { shape: "bar", horizontal: true, markers: false },
  Line: { shape: "line", horizontal: false, markers: false },
  LineMarkers: { shape: "line", horizontal: false, markers: true },
};

/** How a chart type is drawn; undefined for types that the workbench cannot draw (rings, stacks, maps …). */
export const kindOf = (type: string): Kind | undefined => kinds[type];
