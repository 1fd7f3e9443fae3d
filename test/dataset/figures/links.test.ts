import {
  figure,
  findIndicator,
  official,
  officialOf,
  sentence,
  type Period,
  type Store,
} from "../../../src/dataset";
import { rowOf, physical, said, storeOf, why } from "./madeRows";

/** The rules about levels on different bases, tried with figures of the data and with rows written for each rule. */
const at = (text: string) => text as Period;
const computed = (period: string, store: Store, asof?: string) =>
  figure({ indicator: physical, measure: "computed growth", period: at(period), asof }, store);

/** The outcome of computed growth of 2025 where only these rows exist. */
const linkOf = (...rows: Parameters<typeof storeOf>) => why(computed("2025", storeOf(...rows)));

describe("A link", () => {
  test("of two bases is refused: physical goods of 2025 grow by 0.1 % in levels and by 5.2 % as published.", () => {
    const answer = computed("2025", official);
    expect(answer).toMatchObject({ ok: false, reason: { name: "two-bases" } });
    expect(said(answer)).toBe(
      'Online retail sales of physical goods 2025: levels give +0.1%, published growth +5.2%: two bases. Use ECOM.GROWTH("physical","2025").',
    );
    expect(answer.ok ? "" : sentence(answer.reason, "zh")).toBe(
      '实物商品网上零售额2025年：按公布总量计算为+0.1%，公布增速为+5.2%，口径不同，不可比。请用ECOM.GROWTH("实物商品","2025年")。',
    );
  });

  test("of one basis answers: 487,895 over 471,495 is 3.48 %, beside the published 3.5 %.", () => {
    const retail = findIndicator("retail");
    const answer =
      retail.ok && figure({ indicator: retail.value, measure: "computed growth", period: at("2024") });
    expect(answer && answer.ok && answer.value.value).toBeCloseTo(487895 / 471495 - 1, 15);
  });

  test("may differ from published growth by half a point, and not by a thousandth more.", () => {
    expect(linkOf("2024 level 100000", "2025 level 105500", "2025 growth 5.0")).toBe("answered");
    expect(linkOf("2024 level 100000", "2025 level 104500", "2025 growth 5.0")).toBe("answered");
    expect(linkOf("2024 level 100000", "2025 level 105501", "2025 growth 5.0")).toBe("two-bases");
  });

  test("without a published growth passes, and its caveat says that it was not held against one.", () => {
    const rows = ["2024 level 100000", "2025 level 120000"];
    const answer = computed("2025", storeOf(...rows));
    expect(answer.ok && answer.value.caveats.map(({ en }) => en)).toContain(
      "Not held against a published growth: none is published for it.",
    );
    for (const qualifier of ["approx", "at_least"] as const)
      expect(linkOf(...rows, rowOf("2025 growth 5.0", { qualifier }))).toBe("answered");
    expect(linkOf(...rows, rowOf("2025 growth 5.0", { status: "P" }))).toBe("two-bases");
  });

  test("is judged by what was released on the day that is asked for.", () => {
    const store = storeOf(
      "2024 level 100000",
      "2025 level 120000",
      rowOf("2025 growth 5.0", { vintage: "2026-03-01" }),
    );
    expect(why(computed("2025", store, "2026-02-01"))).toBe("answered");
    expect(why(computed("2025", store, "2026-03-01"))).toBe("two-bases");
  });

  test("is too rough where half a last digit moves growth by more than half a point; both numbers are named.", () => {
    // (201 + 0.5) / (200 - 0.5) - 201 / 200 is 0.502 points; with one digit more it is 0.05.
    const rough = computed("2025", storeOf("2024 level 200", "2025 level 201", "2025 growth 0.5"));
    expect(rough).toMatchObject({ ok: false, reason: { name: "too-rough" } });
    expect(said(rough)).toContain("20.1 billion (2025) and 20.0 billion (2024)");
    expect(linkOf("2024 level 200.0", "2025 level 201.0", "2025 growth 0.5")).toBe("answered");
    expect(linkOf("2024 level 202", "2025 level 202", "2025 growth 0.0")).toBe("answered");
  });

  test("is refused first for a part that is missing, then for a break, then as too rough, then for two bases.", () => {
    const later = "2025 level 300";
    expect(linkOf(later, "2025 growth 5.0")).toBe("part-missing");
    const rough = storeOf("2024 level 200", later, "2025 growth 5.0");
    expect(why(computed("2025", rough))).toBe("too-rough");
    const broken = { indicator: physical.code, after: "2024-12", successor: undefined } as const;
    const text = { en: "", zh: "" };
    const apart = { ...rough, breaksOf: () => [{ ...broken, text, source: "nbs-retail-2025", added: "" }] };
    expect(why(computed("2025", apart as unknown as Store))).toBe("break-between");
  });

  test("is judged in data from 0.2.0 on: a workbook of 0.1.0 computes as it did.", () => {
    expect(computed("2025", officialOf("0.1.0"))).toMatchObject({ ok: true });
  });
});

test("A difference rests on the link too: 200 less than 100,000 is no fall where 5 % are published.", () => {
  const store = storeOf("2024 level 100000", "2025 level 99800", "2025 growth 5.0");
  const difference = { indicator: physical, measure: "difference", period: at("2025") } as const;
  expect(why(figure(difference, store))).toBe("two-bases");
  const oneBasis = storeOf("2024 level 100000", "2025 level 105000", "2025 growth 5.0");
  expect(figure(difference, oneBasis)).toMatchObject({ value: { value: 5000e8 } });
});

test("A share's difference answers, with the caveat that part and whole were revised where they were.", () => {
  const share = official.indicator("ONLINE_RETAIL_PHYSICAL_SHARE");
  const answer = figure({ indicator: share, measure: "difference", period: at("2025") });
  expect(answer.ok && answer.value.value).toBeCloseTo(-0.007, 12);
  expect(answer.ok && answer.value.caveats.map(({ en }) => en)).toContain(
    "Part and whole were revised between the two years: their levels are on two bases.",
  );
});

test("A month alone is too rough where half of both last digits is more than a twentieth of it.", () => {
  const ytd = { accumulation: "ytd", freq: "M" } as const;
  const single = (june: string, may: string) =>
    figure(
      { indicator: physical, measure: "single", period: at("2025-06") },
      storeOf(
        rowOf(`2025-05 level ${may}`, { ...ytd, vintage: "2025-06-16" }),
        rowOf(`2025-06 level ${june}`, { ...ytd, vintage: "2025-07-15" }),
      ),
    );
  expect(why(single("1020", "1000"))).toBe("answered");
  expect(why(single("1019", "1000"))).toBe("too-rough");
});
