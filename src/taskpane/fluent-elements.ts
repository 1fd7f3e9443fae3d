import type { HTMLAttributes } from "preact";

type Fluent<Own = object> = HTMLAttributes<HTMLElement> & Own;

declare module "preact" {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to tell JSX of custom elements
  namespace JSX {
    interface IntrinsicElements {
      "fluent-button": Fluent<{
        appearance?: "primary" | "outline" | "subtle" | "transparent";
        size?: "small" | "medium" | "large";
        "icon-only"?: boolean;
        disabled?: boolean;
      }>;
      "fluent-text-input": Fluent<{
        appearance?: "outline" | "underline" | "filled-lighter" | "filled-darker";
        "control-size"?: "small" | "medium" | "large";
        type?: "text" | "search";
        placeholder?: string;
        value?: string;
        autocomplete?: string;
      }>;
      "fluent-tablist": Fluent<{ activeid?: string; size?: "small" | "medium" | "large" }>;
      "fluent-tab": Fluent;
      "fluent-switch": Fluent<{ checked?: boolean; disabled?: boolean }>;
      "fluent-message-bar": Fluent<{
        intent?: "info" | "success" | "warning" | "error";
        layout?: "multiline" | "singleline";
      }>;
      "fluent-progress-bar": Fluent<{ value?: number }>;
    }
  }
}
