import { buildPlan } from "../../../src/sheets/buildPlan";
import { periodsOffered, templateName, templates } from "../../../src/sheets/templates/templates";

test("Every template has a name and a line in both languages.", () => {
  for (const { id, name, hint } of templates) {
    expect(templateName(id)).toEqual(name);
    for (const text of [name.en, name.zh, hint.en, hint.zh]) expect(text.trim()).not.toBe("");
  }
  expect(new Set(templates.map(({ id }) => id)).size).toBe(5);
});

test("A template is offered for the periods that it can be made for, and for no other.", () => {
  for (const id of ["retail", "tradein", "services"] as const) {
    const offered = new Set(periodsOffered(id));
    for (const period of periodsOffered("quarter")) {
      const plan = buildPlan(
        { kind: "summary", template: id, period, live: false },
        { language: "en", spills: true, cards: true },
      );
      expect({ id, period, offered: offered.has(period) }).toEqual({ id, period, offered: plan.ok });
    }
  }
});
