/**
 * What the host can show: numbers with properties and cards, numbers with a format and cards, or plain values only,
 * as every perpetual version of Excel.
 */
export type Profile = "properties" | "formatted" | "plain";

type Requirements = Office.RequirementSetSupport;

/** State of this module: the last host that was asked, and its answer. */
let known: { readonly requirements: Requirements; readonly profile: Profile } | undefined;

/** Asks the host for its requirement sets. */
function ask(requirements: Requirements): Profile {
  const has = (set: string, version: string) => requirements.isSetSupported(set, version);
  // Functions can return data types from CustomFunctionsRuntime 1.4 on, whatever the grid can hold.
  if (!has("CustomFunctionsRuntime", "1.4")) return "plain";
  return has("ExcelApi", "1.19") ? "properties" : has("ExcelApi", "1.16") ? "formatted" : "plain";
}

/** What the host can show; "plain" while Office is not ready. The host is asked once. */
export function readProfile(): Profile {
  const context = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined);
  const requirements = context?.requirements as Requirements | undefined;
  if (requirements === undefined) return "plain";
  if (known?.requirements !== requirements) known = { requirements, profile: ask(requirements) };
  return known.profile;
}
