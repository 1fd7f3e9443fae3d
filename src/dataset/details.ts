// The part of the domain that no first answer needs, in a file behind the functions (see `first.ts`): its columns of the data, and search.
import { details } from "../data/details";
import { search } from "./indicators/search";
import { searchBy } from "./indicators/seek";
import { detailsArrived } from "./liveStore";

detailsArrived(details);
searchBy(search);
