import type { TitleState } from "../../../state";
import { asBoolean, asInteger, asText } from "../../errors";
import { changePart, oneOf, partOf } from "./parts";
import type { Part } from "./parts";
import type { Model } from "../../model";

const horizontal = oneOf("Center", "Left", "Right", "Justify", "Distributed");
const vertical = oneOf("Center", "Bottom", "Top", "Justify", "Distributed");

type Read<T> = (self: Part<T>, model: Model) => unknown;
type Write<T> = (self: Part<T>, value: unknown, model: Model) => void;

/** The properties of a title, wherever the title is kept. */
export function titleTexts<T>(titleOf: (part: T) => TitleState): {
  get: Record<string, Read<T>>;
  set: Record<string, Write<T>>;
} {
  const checks: Record<string, [keyof TitleState, (value: unknown) => unknown]> = {
    Visible: ["visible", asBoolean],
    Overlay: ["overlay", asBoolean],
    Position: ["position", oneOf("Automatic", "Top", "Bottom", "Left", "Right")],
    HorizontalAlignment: ["horizontalAlignment", horizontal],
    VerticalAlignment: ["verticalAlignment", vertical],
    TextOrientation: ["textOrientation", (value) => asInteger(value, -90, 90)],
  };
  const get: Record<string, Read<T>> = {
    Text: (self, model) => titleOf(partOf(self, model)).text,
  };
  const set: Record<string, Write<T>> = {
    Text: (self, value, model) => {
      const text = asText(value);
      changePart(self, model, (part) => {
        // A text makes the title appear.
        Object.assign(titleOf(part), { text, automatic: false, visible: true });
      });
    },
  };
  for (const [name, [key, check]] of Object.entries(checks)) {
    get[name] = (self, model) => titleOf(partOf(self, model))[key];
    set[name] = (self, value, model) => {
      const checked = check(value);
      changePart(self, model, (part) => {
        Object.assign(titleOf(part), { [key]: checked });
      });
    };
  }
  return { get, set };
}
