// What the functions' first answers do not need, in a file behind them (see `later.ts`); with the domain's part of it.
import "../dataset";
import { card } from "./implementations/card";
import { check } from "./implementations/check";
import { cite } from "./implementations/cite";
import { events } from "./implementations/events";
import { find } from "./implementations/find";
import { info } from "./implementations/info";
import { laterArrived } from "./later";
import { refusalText } from "./refusalText";

laterArrived({
  functions: { FIND: find, INFO: info, CITE: cite, CHECK: check, EVENTS: events, CARD: card },
  refusalText,
});
