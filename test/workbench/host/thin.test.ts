import { bench } from "../client";
import type { Bench } from "../client";

describe("the host, spoken to by Microsoft's client", () => {
  let b: Bench;
  beforeEach(() => {
    b = bench();
  });
  afterEach(() => {
    b.dispose();
  });

  test("values that were set are read back in the same batch, built-in formulas calculated", async () => {
    const read = await b.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      const range = sheet.getRange("B2:C3");
      range.values = [
        [1, "two"],
        [true, "=B2*2"],
      ];
      range.load("values, formulas, address, text, valueTypes");
      await context.sync();
      return { ...range.toJSON(), sheet: sheet.name };
    });
    expect(read).toMatchObject({
      sheet: "Sheet1",
      address: "Sheet1!B2:C3",
      values: [
        [1, "two"],
        [true, 2],
      ],
      formulas: [
        [1, "two"],
        [true, "=B2*2"],
      ],
      text: [
        ["1", "two"],
        ["TRUE", "2"],
      ],
      valueTypes: [
        ["Double", "String"],
        ["Boolean", "Double"],
      ],
    });
  });
});
