import { fitted } from "../../../../src/workbench/page/numbers/fitting";

/** Every sign is ten pixels wide. */
const measure = (text: string) => text.length * 10;
const general = (value: number, room: number) => fitted(String(value), value, room, measure);

describe("numbers in narrow cells", () => {
  test("that fit are shown whole.", () => {
    expect(general(0.074, 50)).toBe("0.074");
    expect(fitted("7.4%", undefined, 40, measure)).toBe("7.4%");
  });

  test("in General lose decimals first.", () => {
    expect(general(0.0741935483870968, 70)).toBe("0.07419");
    expect(general(15.5229, 50)).toBe("15.52");
    expect(general(2.9999, 20)).toBe("3");
    expect(general(-12.75, 30)).toBe("-13");
  });

  test("in General take an exponent where the whole part has no room.", () => {
    expect(general(15_520_000_000_000, 90)).toBe("1.552E+13");
    expect(general(15_520_000_000_000, 70)).toBe("1.6E+13");
    expect(general(0.00001234, 90)).toBe("1.234E-05");
  });

  test("are never shown as 0 where they are not.", () => {
    expect(general(0.0004, 30)).toBe("###");
  });

  test("in a format of their own are #### over the width, never cut.", () => {
    expect(fitted("15.97 trillion", undefined, 60, measure)).toBe("######");
    expect(fitted("1,234", undefined, 5, measure)).toBe("#");
  });
});
