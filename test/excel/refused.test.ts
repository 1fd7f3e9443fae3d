import { createActions } from "../../src/excel";
import type { Actions } from "../../src/workbook/api";
import type { Insertion } from "../../src/workbook/insertion";
import { dealt, every as all } from "../dealt";
import { eachTest, openExcel } from "./excel";
import { at, newSheet, singles, summaries } from "./insertions";
import { essential, look } from "./seen";
import { done, furnish } from "./workbook";

/**
 * Excel always refuses one member, whatever it is used on. Then the cells arrive, with a sentence about anything visible that was
 * left out, and can be removed without a trace; or nothing is left behind. Each member is tried once, with one of three codes in
 * turn; `npm test` tries a part of them, and `npm run test:all` each member with all three codes.
 */
const codes = ["GeneralException", "InvalidArgument", "ApiNotFound"] as const;

jest.setTimeout(600_000);

const excel = eachTest(openExcel, async (opened) => {
  await furnish(opened);
  opened.settings.set("ECOM.asof", "2026-09-15");
});

const seen = async () => look(await excel.model());
const cells = async () => JSON.stringify(essential(await excel.model()));

/** Each member is tried on the first insertion that uses it, the small ones first. */
const insertions: readonly (readonly [string, Insertion])[] = [
  ...Object.entries(singles),
  ...Object.entries(summaries),
];
const tried = new Set<string>();

test.each(insertions)(
  "An insertion arrives or leaves nothing behind, whatever member is refused: %s",
  async (_name, insertion) => {
    const session = createActions();
    const place = insertion.kind === "summary" ? newSheet : at("B6");
    const insert = (actions: Actions) => actions.insert(insertion, place, "en");
    const before = await seen();
    excel.host.faults.used.clear();
    const { block = "" } = done(await insert(session));
    const members = [...excel.host.faults.used].filter(
      (member) => !tried.has(member) && !member.endsWith("."),
    );
    const whole = await cells();
    done(await session.remove(block));
    expect(await seen()).toEqual(before);
    const wrong: unknown[] = [];
    const cases = members.flatMap((member, index) =>
      (all ? codes : [codes[index % codes.length] ?? codes[0]]).map((code) => [member, code] as const),
    );
    for (const member of members) tried.add(member);
    for (const [member, code] of dealt(cases, 8)) {
      const actions = createActions();
      excel.host.faults.refuse(member, code);
      const outcome = await insert(actions);
      excel.host.faults.clear();
      if (outcome.ok) {
        if ((await cells()) !== whole) wrong.push([member, "cells differ"]);
        const removed = await actions.remove(outcome.done.block ?? "");
        if (!removed.ok) wrong.push([member, removed.problem]);
      } else if (outcome.problem.name === "not-put-back") wrong.push([member, outcome.problem]);
      if (JSON.stringify(await seen()) !== JSON.stringify(before))
        wrong.push([member, outcome, "left behind"]);
    }
    expect(wrong).toEqual([]);
  },
);
