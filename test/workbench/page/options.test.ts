import { readOptions, requirementSets, withOptions } from "../../../src/workbench/page/options";

describe("the workbench's address", () => {
  test("without a query it plays Excel on the web in the browser's language.", () => {
    const base = { theme: "light", profile: "web", pane: true, readOnly: false, addin: "/" };
    expect(readOptions("", ["zh-Hans-CN", "en"])).toEqual({ ...base, locale: "zh-CN" });
    expect(readOptions("", ["fr-FR", "zh-CN"])).toEqual({ ...base, locale: "en-US" });
  });

  test("says language, theme, profile, whether the pane is open and the workbook for reading only.", () => {
    expect(readOptions("?locale=zh-CN&theme=dark&profile=2021&pane=closed&mode=read")).toEqual({
      locale: "zh-CN",
      theme: "dark",
      profile: "2021",
      pane: false,
      readOnly: true,
      addin: "/",
    });
  });

  test("takes the default for what is not known.", () => {
    expect(readOptions("?locale=tlh&theme=pink&profile=1997")).toEqual(readOptions(""));
  });

  test("names another folder of the add-in, never another server.", () => {
    expect(readOptions("?addin=old").addin).toBe("/old/");
    expect(readOptions("?addin=/old/2/").addin).toBe("/old/2/");
    expect(readOptions("?addin=https://example.org/").addin).toBe("/");
    expect(readOptions("?addin=//example.org/").addin).toBe("/");
  });

  test("changes one option and keeps the others.", () => {
    expect(withOptions("https://localhost:3000/?locale=zh-CN&profile=365", { profile: "2021" })).toBe(
      "https://localhost:3000/?locale=zh-CN&profile=2021",
    );
  });
});

describe("requirement sets", () => {
  test("of Excel 2021 end before data types from functions.", () => {
    expect(requirementSets({ profile: "2021" })).toMatchObject({
      ExcelApi: "1.14",
      CustomFunctionsRuntime: "1.3",
    });
  });

  test("given one by one replace the profile's, and versions stay texts.", () => {
    const options = readOptions("?profile=2021&sets=ExcelApi:1.20,SharedRuntime:1.1");
    expect(requirementSets(options)).toEqual({ ExcelApi: "1.20", SharedRuntime: "1.1" });
  });
});
