import type { Language, Result } from "../dataset";
import type { Insertion } from "./actions";
import type { Plan } from "./plan";
import { quarterPlan } from "./quarter/quarter";
import { singlePlan } from "./single/single";

/** What a plan depends on beside what is asked for. */
export interface Circumstances {
  language: Language;
  /** The workbook's data date: releases after it are not known. */
  asof?: string | undefined;
  /** What the host can show; without it values take the place of formulas. */
  spills: boolean;
  cards: boolean;
}

/** The plan for an insertion, or why the data have none. */
export function buildPlan(insertion: Insertion, circumstances: Circumstances): Result<Plan> {
  const { language, asof } = circumstances;
  if (insertion.kind !== "summary") return singlePlan(insertion, circumstances);
  const { period, live } = insertion;
  switch (insertion.template) {
    case "quarter":
      return quarterPlan({ period, language, live, asof });
  }
}
