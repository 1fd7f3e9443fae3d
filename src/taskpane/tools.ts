// The last file of the page: the views Build and Check and what they do. The pane opens without them.
import "../excel/check";
import { BuildView as Build } from "./views/build";
import { Check } from "./views/check";
import { pane } from "./taskpane";

pane.store.set({ tools: { Build, Check } });
