// What the Check view, Freeze and the citations do. In the build a file of its own, so that the pane opens without it.
import { checkingActions } from "./checking";
import { handIn } from "./late";
import { mendingActions } from "./mending";
import { thaw } from "./thaw";

handIn({ checkingActions, mendingActions, thaw });
