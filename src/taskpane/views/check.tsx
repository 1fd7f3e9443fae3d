import type { JSX } from "preact";
import { Citations } from "./check-citations";
import { Comparability } from "./check-comparability";
import { Doctor } from "./check-doctor";
import { Freezing } from "./check-freeze";
import type { ViewProps } from "./frame";

/** Checks this workbook: problems, comparability, sources. */
export function Check(props: ViewProps): JSX.Element {
  return (
    <div class="view">
      <h2 class="unseen">{props.words.check}</h2>
      <Doctor {...props} />
      <Comparability {...props} />
      <Freezing {...props} />
      <Citations {...props} />
    </div>
  );
}
