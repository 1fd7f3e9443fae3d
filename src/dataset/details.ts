// The part of the domain that loads later, in a file behind the functions (see `first.ts`): more columns of the data,
// and suggestions for unknown names.
import { details } from "../data/details";
import { suggestBy } from "./indicators/indicator";
import { suggestions } from "./indicators/suggestions";
import { detailsLoaded } from "./liveStore";

detailsLoaded(details);
suggestBy(suggestions);
