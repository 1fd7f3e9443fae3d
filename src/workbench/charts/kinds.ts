/** How one of `Excel.ChartType` is drawn. */
export interface Kind {
  shape: "bar" | "line" | "area" | "pie" | "doughnut" | "scatter";
  horizontal: boolean;
  stacked: boolean;
  /** Stacked to 100 %. */
  percent: boolean;
  markers: boolean;
  lines: boolean;
  smooth: boolean;
}

/** Reads a chart type by the parts of its name; undefined for a type that the workbench cannot draw (radar, stock, maps …). */
export function kindOf(type: string): Kind | undefined {
  const shape = shapeOf(type);
  if (!shape) return undefined;
  return {
    shape,
    horizontal: type.startsWith("Bar") && !type.startsWith("BarOfPie"),
    stacked: type.includes("Stacked"),
    percent: type.includes("Stacked100"),
    markers: (type.includes("Markers") || shape === "scatter") && !type.includes("NoMarkers"),
    lines: shape !== "scatter" || type.includes("Lines") || type.includes("Smooth"),
    smooth: type.includes("Smooth"),
  };
}

function shapeOf(type: string): Kind["shape"] | undefined {
  if (type.startsWith("Column") || type.startsWith("Bar")) return type.startsWith("BarOfPie") ? "pie" : "bar";
  if (type.startsWith("Line")) return "line";
  if (type.startsWith("Area")) return "area";
  if (type.startsWith("Doughnut")) return "doughnut";
  if (type.startsWith("Pie") || type === "3DPie") return "pie";
  if (type.startsWith("XYScatter")) return "scatter";
  return undefined;
}
