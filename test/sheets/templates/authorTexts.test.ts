import type { AuthorTexts, Plan } from "../../../src/sheets/plan";
import { cellAt, pageOf } from "../plans";

describe("the author's own words", () => {
  const page = (author: AuthorTexts) => pageOf("retail", "2025-Q1", { author });
  const remarksHeight = (plan: Plan) => plan.heights.find(({ row }) => row === 2)?.height ?? 0;

  test("stand as title and remarks, on the first printed page only, in as many lines as they need.", () => {
    const plan = page({ title: '="Note of "&J1', remarks: "One\nTwo\nThree" });
    expect(cellAt(plan, 0, 0)).toEqual({ formula: '="Note of "&J1' });
    expect(cellAt(plan, 2, 1)).toBe("One\nTwo\nThree");
    expect(plan.print?.titleRows).toEqual([0, 2]);
    expect(remarksHeight(plan)).toBeGreaterThan(remarksHeight(page({})));
    expect(page({ remarks: "x".repeat(9000) }).rows).toBe(page({}).rows);
    expect(remarksHeight(page({ remarks: "x".repeat(9000) }))).toBeLessThanOrEqual(409);
  });

  test("have a place on every template.", () => {
    for (const template of ["quarter", "retail", "tradein", "services"] as const)
      expect(pageOf(template, "2025").author?.map(({ place }) => place)).toEqual(["title", "remarks"]);
  });
});
