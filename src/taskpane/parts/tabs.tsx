import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Option } from "./controls";

interface TabsProps<V extends string> {
  label: string;
  tabs: readonly Option<V>[];
  value: V;
  onChange: (value: V) => void;
}

/**
 * The tab to which each key leads, from tab `at` of `count`, by the pattern "Tabs" of the ARIA Authoring Practices.
 */
const leads: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** The tabs of the view #view: one stop of the Tab key, with arrow keys between them. */
export function Tabs<V extends string>({ label, tabs, value, onChange }: TabsProps<V>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === value);
    const target = leads[event.key]?.(at, tabs.length);
    const next = target === undefined ? undefined : tabs[target];
    if (!next) return;
    event.preventDefault();
    list.current?.querySelectorAll("button")[target ?? 0]?.focus();
    onChange(next.value);
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`tab-${tab.value}`}
          aria-selected={tab.value === value}
          aria-controls="view"
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          {/* The bold words behind keep the width when the tab is chosen. */}
          <span data-text={tab.label}>{tab.label}</span>
        </button>
      ))}
    </div>
  );
}
