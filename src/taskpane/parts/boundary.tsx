import { Component, type ComponentChildren, type JSX } from "preact";
import type { Messages } from "../messages";
import { Button } from "./controls";

interface BoundaryProps {
  words: Messages;
  children: ComponentChildren;
}

/** Shows a message instead of a view that threw, with a way to continue. The tabs stay usable. */
export class Boundary extends Component<BoundaryProps, { fault: string | undefined }> {
  override state = { fault: undefined };

  static override getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render({ words, children }: BoundaryProps): JSX.Element {
    const { fault } = this.state;
    if (fault === undefined) return <>{children}</>;
    return (
      <div class="view">
        <p role="alert">{words.viewFailed(fault)}</p>
        <Button class="start-plain" onClick={() => location.reload()}>
          {words.reload}
        </Button>
      </div>
    );
  }
}
