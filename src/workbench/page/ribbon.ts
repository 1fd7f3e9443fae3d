import type { FUniver } from "@univerjs/core/facade";
import { make } from "./dom";
import type { Manifest, RibbonButton } from "./manifest";
import type { TextKey, Texts } from "./texts";

/** Called for the add-in's ribbon buttons. */
interface RibbonActions {
  openPane: () => void;
  run: (button: RibbonButton, functionName: string) => void;
  recalculate: () => void;
  makeTable: () => void;
}

/**
 * Draws the Home tab: a few commands of the grid, then the groups of the add-in's manifest with labels, tooltips and
 * icons. Icons are read from `folder`, the add-in's.
 */
export function drawRibbon(
  ribbon: HTMLElement,
  { manifest, folder, univerAPI, texts, actions }: RibbonParts,
): void {
  const command = (key: keyof typeof commands, picture: Element): HTMLElement => {
    const button = make("button", {
      type: "button",
      class: "small",
      title: texts(key),
      "aria-label": texts(key),
    });
    button.append(picture);
    button.addEventListener("click", () => commands[key](univerAPI));
    return button;
  };
  ribbon.replaceChildren(
    group(texts("editing"), row(command("undo", glyphs.undo()), command("redo", glyphs.redo()))),
    group(
      texts("font"),
      row(
        command("bold", letter("B", "font-weight:700")),
        command("italic", letter("I", "font-style:italic;font-family:Georgia,serif")),
        command("underline", letter("U", "text-decoration:underline")),
      ),
    ),
    group(
      texts("number"),
      row(
        command("general", letter("123", "font-size:11px")),
        command("percent", letter("%", "")),
        command("thousands", letter(",", "font-weight:700")),
      ),
    ),
    group(
      texts("insert"),
      large(texts("table"), texts("tableTip"), glyphs.table(), "table", actions.makeTable),
    ),
    group(
      texts("calculation"),
      large(texts("recalculate"), "", glyphs.calculate(), "recalculate", actions.recalculate),
    ),
    ...manifest.groups.map((addinGroup) => groupOf(addinGroup, folder, actions)),
  );
}

/** A group of the add-in's manifest. Icons are those of 32 pixels, and of 64 on a screen of high density. */
function groupOf(
  { label, id, buttons }: Manifest["groups"][number],
  folder: string,
  actions: RibbonActions,
): HTMLElement {
  const element = group(
    label,
    ...buttons.map((button) => {
      const icon = make("img", { width: "32", height: "32", alt: "" });
      icon.src = folder + (button.icons.get(32) ?? "");
      const high = button.icons.get(64);
      if (high) icon.srcset = `${folder}${high} 2x`;
      return large(button.label, button.tip, icon, button.id, () =>
        button.action.kind === "pane" ? actions.openPane() : actions.run(button, button.action.name),
      );
    }),
  );
  element.dataset.group = id;
  return element;
}

interface RibbonParts {
  manifest: Manifest;
  folder: string;
  univerAPI: FUniver;
  texts: Texts;
  actions: RibbonActions;
}

/** Commands on the grid's selection, each one undo step. */
const commands = {
  undo: (api) => void api.undo(),
  redo: (api) => void api.redo(),
  bold: (api) => void api.executeCommand("sheet.command.set-range-bold"),
  italic: (api) => void api.executeCommand("sheet.command.set-range-italic"),
  underline: (api) => void api.executeCommand("sheet.command.set-range-underline"),
  general: (api) => void api.getActiveWorkbook()?.getActiveRange()?.setNumberFormat(""),
  percent: (api) => void api.getActiveWorkbook()?.getActiveRange()?.setNumberFormat("0.0%"),
  thousands: (api) => void api.getActiveWorkbook()?.getActiveRange()?.setNumberFormat("#,##0.00"),
} satisfies Partial<Record<TextKey, (api: FUniver) => void>>;

function group(label: string, ...content: Node[]): HTMLElement {
  return make(
    "div",
    { class: "group", role: "group", "aria-label": label },
    make("div", { class: "buttons" }, ...content),
    make("div", { class: "label" }, label),
  );
}

function row(...content: Node[]): HTMLElement {
  return make("div", { class: "row" }, ...content);
}

function large(label: string, tip: string, icon: Element, id: string, press: () => void): HTMLElement {
  const button = make("button", { type: "button", class: "large", "data-control": id, "aria-label": label });
  button.title = tip || label;
  button.append(icon, make("span", {}, label));
  button.addEventListener("click", press);
  return button;
}

function letter(text: string, style: string): HTMLElement {
  return make("span", { class: "glyph", style }, text);
}

function picture(size: number, path: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("width", String(size));
  svg.setAttribute("height", String(size));
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const glyphs = {
  table: () => picture(32, "M3 4H17V16H3ZM3 8H17M3 12H17M8 4V16M12.5 4V16"),
  undo: () => picture(18, "M7 4 3.5 7.5 7 11M3.5 7.5H11a4.5 4.5 0 0 1 0 9H8"),
  redo: () => picture(18, "M13 4 16.5 7.5 13 11M16.5 7.5H9a4.5 4.5 0 0 0 0 9h3"),
  calculate: () => picture(30, "M5 3h10v14H5zM7.5 5.5h5v2.5h-5zM7.5 11h1M11.5 11h1M7.5 14h1M11.5 14h1"),
};
