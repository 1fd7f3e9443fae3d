import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Language } from "../../dataset";
import type { Messages } from "../messages";
import type { Notice, State } from "../state";
import { Button } from "./controls";
import { Icon } from "./icon";

interface NoticeAreaProps {
  notice: Notice | undefined;
  busy: State["busy"];
  words: Messages;
  language: Language;
  /** Called before a button acts and disappears. */
  onUsed: () => void;
  onDismiss: () => void;
}

const icons = { done: "done", failed: "warning", info: "info" } as const;

/**
 * The messages at the foot of the pane. The region is always in the page, so that screen readers announce its
 * changes; progress appears after a moment (in the style sheet), so that quick actions do not flicker.
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
          <progress
            aria-label={words.working}
            max={1}
            {...(busy.part === undefined ? {} : { value: busy.part })}
          />
          <span>{words.working}</span>
          {busy.cancel && (
            <Button appearance="subtle" small onClick={() => use(busy.cancel)}>
              {words.cancel}
            </Button>
          )}
        </div>
      )}
      <div role={notice?.kind === "failed" ? "alert" : "status"}>
        {notice && (
          <div class={`message ${notice.kind}`}>
            <Icon name={icons[notice.kind]} />
            <div>
              <span class="notice-text">{notice.text(words, language)}</span>
              {notice.toCopy && <ToCopy text={notice.toCopy} label={words.copyRefused} />}
            </div>
            <Button
              appearance="subtle"
              small
              icon="close"
              label={words.dismiss}
              onClick={() => use(onDismiss)}
            />
            {notice.buttons.length > 0 && (
              <div class="notice-acts">
                {notice.buttons.map((button) => (
                  <Button key={button.label(words)} small onClick={() => use(button.run)}>
                    {button.label(words)}
                  </Button>
                ))}
              </div>
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** A selected text, to be copied by hand. */
function ToCopy({ text, label }: { text: string; label: string }): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [text]);
  return <textarea class="to-copy" readOnly rows={2} ref={field} aria-label={label} value={text} />;
}
