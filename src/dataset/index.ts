/**
 * The domain: China's official e-commerce statistics. It knows neither Excel nor the page, and its functions return
 * reasons instead of throwing. Other rooms import only this file, `first` (the part for the functions' bundle),
 * `changes` and `seeking`, which the functions do not need.
 */
import "./details";

export * from "./first";
export { argumentWord, sentence, LONGEST_SENTENCE } from "./wording/sentences";
export { check } from "./figures/check";
export { type Lead, leadsOf, policyEvents, reasonsFor } from "./events";
export { correction, search, seek, seekBy, tokens, type Seeker } from "./indicators/search";
export { suggestions } from "./indicators/suggestions";
export { shortName } from "./indicators/shortName";
export {
  type Related,
  isPartOf,
  overlaps,
  relationLines,
  relationsOf,
  successorOf,
  totalOf,
} from "./relations";
export { cite } from "./cite";
export { type Title, isBetter, isSameRelease, onceEach, titleOf } from "./title";
export { styleChoices, type CitationStyle } from "./wording/styles";
