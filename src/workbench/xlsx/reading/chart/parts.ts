import type { FillState, FontState, LineState, TextFormat, TitleState } from "../../../state";
import { themeColours } from "../../../theme";
import { accentColour } from "../../chartParts";
import { childOf, childrenOf, flagOf, numberIn, numberOf, textOf } from "../elements";

/** Converts a length in drawings (EMU) to points. 12,700 EMU are a point. */
export const pointsOf = (emu: number): number => emu / 12_700;

/** The XML of a colour as our writer makes it, by which automatic colours are recognised. */
function colourXml(colour: Element): string {
  const [kind, val] = [colour.localName, textOf(colour, "val") ?? ""];
  const changes = childrenOf(colour).map(
    (change) => `<a:${change.localName} val="${textOf(change, "val") ?? ""}"/>`,
  );
  return changes.length
    ? `<a:${kind} val="${val}">${changes.join("")}</a:${kind}>`
    : `<a:${kind} val="${val}"/>`;
}

/** Whether a solid fill or line has the automatic colour of the n-th series. `index` counts from 0. */
export function isAccent(part: Element | undefined, index: number): boolean {
  const colour = childrenOf(childOf(part, "solidFill"))[0];
  return colour !== undefined && colourXml(colour) === accentColour(index);
}

const schemeColours: Record<string, string> = { tx1: "dk1", bg1: "lt1", tx2: "dk2", bg2: "lt2" };

/** The colour of a solid fill as "#RRGGBB", theme colours by the workbench's theme; undefined without one. */
export function colourIn(part: Element | undefined): string | undefined {
  const colour = childrenOf(childOf(part, "solidFill"))[0];
  if (!colour) return undefined;
  const val = textOf(colour, "val") ?? "";
  if (colour.localName === "srgbClr") return `#${val.toUpperCase()}`;
  if (colour.localName === "sysClr") return `#${(textOf(colour, "lastClr") ?? "000000").toUpperCase()}`;
  const themeColour = themeColours.find(([name]) => name === (schemeColours[val] ?? val))?.[1];
  return themeColour && shaded(themeColour, colour);
}

/**
 * Applies `lumMod` and `lumOff` to each of the three parts of a colour, which is exact for greys and close for
 * others.
 */
function shaded(digits: string, colour: Element): string {
  const part = (name: string, otherwise: number) => (numberIn(colour, name) ?? otherwise) / 100_000;
  const [times, plus] = [part("lumMod", 100_000), part("lumOff", 0)];
  const channels = [0, 2, 4].map((at) => {
    const value = Math.round(Math.min(255, parseInt(digits.slice(at, at + 2), 16) * times + 255 * plus));
    return value.toString(16).padStart(2, "0");
  });
  return `#${channels.join("").toUpperCase()}`;
}

/** A fill that was set; undefined for an automatic one. */
export function fillOf(
  shape: Element | undefined,
  isAutomatic: (shape: Element) => boolean,
): FillState | undefined {
  if (!shape || isAutomatic(shape)) return undefined;
  if (childOf(shape, "noFill")) return { kind: "none" };
  const color = colourIn(shape);
  return color ? { kind: "solid", color } : undefined;
}

/**
 * A line that was set; undefined for an automatic one, whose colour is the theme's or which is missing by default.
 */
export function lineOf(
  shape: Element | undefined,
  { drawn, weight: usual = 0.75, isAutomatic = isThemed }: LineHabits,
): LineState | undefined {
  const line = childOf(shape, "ln");
  if (!line) return undefined;
  if (childOf(line, "noFill")) return drawn ? { lineStyle: "None" } : undefined;
  const color = isAutomatic(line) ? undefined : colourIn(line);
  const weight = pointsOf(numberOf(line, "w") ?? usual * 12_700);
  const lineRead = {
    ...(color ? { color } : {}),
    ...(weight === usual ? {} : { weight }),
  };
  return Object.keys(lineRead).length > 0 ? lineRead : undefined;
}

/** The automatic line of a part. */
interface LineHabits {
  /** Whether it is drawn. */
  drawn: boolean;
  /** In points. */
  weight?: number;
  isAutomatic?: (line: Element) => boolean;
}

/** Whether a fill or line has a theme colour, as automatic ones do. */
function isThemed(part: Element): boolean {
  return childOf(part, "solidFill", "schemeClr") !== undefined;
}

/** A font that was set under `txPr` or in a run's properties; `size` is the automatic one, in points. */
function fontOf(run: Element | undefined, size: number): FontState | undefined {
  if (!run) return undefined;
  const points = (numberOf(run, "sz") ?? size * 100) / 100;
  const color = isThemed(run) ? undefined : colourIn(run);
  const font: FontState = {
    ...(points === size ? {} : { size: points }),
    ...(color ? { color } : {}),
    ...(flagOf(run, "b") ? { bold: true } : {}),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/**
 * The font of a part, from the properties that `txPr` gives every run. `size` in points is the usual one, which
 * counts as not set.
 */
export function textFormat(part: Element | undefined, size: number): TextFormat {
  const font = fontOf(childOf(part, "txPr", "p", "pPr", "defRPr"), size);
  return font ? { font } : {};
}

/** A title; `size` is the automatic font size, in points. */
export function readTitle(part: Element | undefined, base: TitleState, size: number): TitleState {
  const title = childOf(part, "title");
  if (!title) return { ...base, visible: false };
  const paragraphs = childrenOf(childOf(title, "tx", "rich"), "p");
  const text = paragraphs
    .map((paragraph) =>
      childrenOf(paragraph, "r")
        .map((run) => childOf(run, "t")?.textContent ?? "")
        .join(""),
    )
    .join("\n");
  const font = fontOf(childOf(paragraphs[0], "r", "rPr") ?? childOf(paragraphs[0], "pPr", "defRPr"), size);
  return {
    ...base,
    visible: true,
    text,
    automatic: text === "",
    format: font ? { font } : {},
  };
}
