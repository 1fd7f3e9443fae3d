import { type Reason, reasonKind } from "../dataset/first";

/** Why there is no answer: the reasons of the domain, and three that only a worksheet has. */
export type Refusal =
  | Reason
  /** Several cells where one value is wanted. */
  | { readonly name: "range-given"; readonly argument: string }
  /** More cells asked for than a sheet can take in one answer. */
  | { readonly name: "too-many-cells"; readonly asked: number; readonly most: number }
  /** More indicators than one series takes. */
  | { readonly name: "too-many-names"; readonly asked: number; readonly most: number };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * An outcome without a value. The counterpart of `ok` for functions, whose refusals are those of the dataset and some
 * of their own.
 * @example refuse(parsePeriod("next year").reason).ok // false
 */
export function refuse(reason: Refusal): { readonly ok: false; readonly reason: Refusal } {
  return { ok: false, reason };
}

/**
 * Whether a refusal becomes #N/A, for a right question without a figure, and not #VALUE!. #N/A is what charts leave
 * out and IFNA catches.
 * @example isUnavailable(parsePeriod("next year").reason) // false
 */
export function isUnavailable(reason: Refusal): boolean {
  if (reason.name === "range-given" || reason.name === "too-many-cells" || reason.name === "too-many-names")
    return false;
  return reasonKind(reason) === "na";
}
