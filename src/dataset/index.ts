/**
 * The domain: China's official e-commerce statistics, asked in people's words. Pure: it knows no Excel and no page,
 * and nothing in it throws. This file is its only door; `changes` and `seeking`, of which the functions have no need, stand outside of
 * it, and `first` is what the functions begin with.
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
