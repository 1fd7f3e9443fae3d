// The part of the domain that no first answer needs, in a file behind the functions (see `first.ts`): its columns of the data, and the names that may have been meant.
import { details } from "../data/details";
import { suggestBy } from "./indicators/indicator";
import { suggestions } from "./indicators/suggestions";
import { detailsLoaded } from "./liveStore";

detailsLoaded(details);
suggestBy(suggestions);
