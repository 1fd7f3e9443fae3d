import { printed } from "../../../.ci/dataDiff/printed";

test("A figure is told as printed, with its unit in words.", () => {
  const row = {
    obsValue: "36242",
    unitMeasure: "CNY",
    unitMult: 8,
    qualifier: "exact",
    status: "A",
  } as const;
  expect(printed(row)).toBe("36242 hundred million yuan");
  expect(printed({ ...row, obsValue: "3.6", unitMult: 12, qualifier: "approx" })).toBe(
    "about 3.6 trillion yuan",
  );
  expect(printed({ ...row, obsValue: "7.40", unitMeasure: "PT", unitMult: 0, status: "P" })).toBe(
    "7.40%, provisional",
  );
  expect(printed({ ...row, obsValue: "12", unitMeasure: "PLATFORMS", unitMult: 0 })).toBe("12 platforms");
});
