import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../../dataset";
import type { Messages } from "../messages";
import type { Notice, State } from "../state";
import { Icon } from "./icon";

interface NoticeAreaProps {
  notice: Notice | undefined;
  busy: State["busy"];
  words: Messages;
  language: Language;
  /** Called before a button does its work and leaves. */
  onUsed: () => void;
  onDismiss: () => void;
}

const intents = { done: "success", failed: "error", info: "info" } as const;
const icons = { done: "done", failed: "warning", info: "info" } as const;

/**
 * Where every act answers, at the foot of the pane. The region is always in the page, so that screen readers hear what
 * comes into it; progress shows after a moment only (in the style sheet), so that quick acts do not flicker.
 */
export function NoticeArea({
  notice,
  busy,
  words,
  language,
  onUsed,
  onDismiss,
}: NoticeAreaProps): JSX.Element {
  const use = (act: (() => void) | undefined) => {
    onUsed();
    act?.();
  };
  return (
    <div class="notices">
      {busy && (
        <div class="progress">
          <fluent-progress-bar
            role="progressbar"
            aria-label={words.working}
            {...(busy.part === undefined ? {} : { value: Math.round(busy.part * 100) })}
          />
          <span>{words.working}</span>
          {busy.cancel && (
            <fluent-button appearance="subtle" size="small" onClick={() => use(busy.cancel)}>
              {words.cancel}
            </fluent-button>
          )}
        </div>
      )}
      <div role={notice?.kind === "failed" ? "alert" : "status"}>
        {notice && (
          <fluent-message-bar
            intent={intents[notice.kind]}
            layout={notice.buttons.length > 0 ? "multiline" : "singleline"}
          >
            <Icon name={icons[notice.kind]} slot="icon" />
            <span class="notice-text">{notice.text(words, language)}</span>
            {notice.toCopy && <ToCopy text={notice.toCopy} label={words.copyRefused} />}
            {notice.buttons.length > 0 && (
              <span slot="actions" class="notice-acts">
                {notice.buttons.map((button) => (
                  <fluent-button key={button.label(words)} size="small" onClick={() => use(button.run)}>
                    {button.label(words)}
                  </fluent-button>
                ))}
              </span>
            )}
            <fluent-button
              slot="dismiss"
              appearance="transparent"
              size="small"
              icon-only
              aria-label={words.dismiss}
              onClick={() => use(onDismiss)}
            >
              <Icon name="close" />
            </fluent-button>
          </fluent-message-bar>
        )}
      </div>
    </div>
  );
}

/** A text to be copied by hand, already selected. */
function ToCopy({ text, label }: { text: string; label: string }): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return <textarea class="to-copy" readOnly rows={2} ref={field} aria-label={label} value={text} />;
}
