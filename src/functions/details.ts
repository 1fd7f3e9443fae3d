// The part of the functions that loads later, in a file of its own (see `lateDetails.ts`), with the domain's part of
// it.
import "../dataset";
import { card } from "./implementations/card";
import { check } from "./implementations/check";
import { cite } from "./implementations/cite";
import { events } from "./implementations/events";
import { find } from "./implementations/find";
import { info } from "./implementations/info";
import { functionDetailsLoaded } from "./lateDetails";
import { refusalText } from "./refusalText";

functionDetailsLoaded({
  functions: { FIND: find, INFO: info, CITE: cite, CHECK: check, EVENTS: events, CARD: card },
  refusalText,
});
