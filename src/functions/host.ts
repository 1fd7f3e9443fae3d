/**
 * What the host can show: numbers with properties and cards, numbers with a format and cards, or plain values. All
 * perpetual versions of Excel show plain values.
 */
export type Profile = "properties" | "formatted" | "plain";

type Requirements = Office.RequirementSetSupport;

let answered: { readonly by: Requirements; readonly profile: Profile } | undefined;

function ask(requirements: Requirements): Profile {
  const has = (set: string, version: string) => requirements.isSetSupported(set, version);
  // A function may return a data type from CustomFunctionsRuntime 1.4 on, whatever the grid can hold.
  if (!has("CustomFunctionsRuntime", "1.4")) return "plain";
  return has("ExcelApi", "1.19") ? "properties" : has("ExcelApi", "1.16") ? "formatted" : "plain";
}

/** Asks the host once what it can show; plain until it can say. */
export function readProfile(): Profile {
  const context = typeof Office === "undefined" ? undefined : (Office.context as Office.Context | undefined);
  const requirements = context?.requirements as Requirements | undefined;
  if (requirements === undefined) return "plain";
  if (answered?.by !== requirements) answered = { by: requirements, profile: ask(requirements) };
  return answered.profile;
}
