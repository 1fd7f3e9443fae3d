import { isDark } from "../../../src/taskpane/theme/office-theme";

describe("light or dark", () => {
  test("is what Office says, where it says it.", () => {
    expect(isDark({ isDarkTheme: true }, false)).toBe(true);
    expect(isDark({ isDarkTheme: false, bodyBackgroundColor: "#000000" }, true)).toBe(false);
  });

  test("is read from Office's background where that is all it gives.", () => {
    expect(isDark({ bodyBackgroundColor: "#262626" }, false)).toBe(true);
    expect(isDark({ bodyBackgroundColor: "#FFFFFF" }, true)).toBe(false);
    expect(isDark({ bodyBackgroundColor: "e6e6e6" }, true)).toBe(false);
  });

  test("is the system's where Office says nothing that can be read.", () => {
    for (const system of [true, false]) {
      expect(isDark(undefined, system)).toBe(system);
      expect(isDark({}, system)).toBe(system);
      expect(isDark({ bodyBackgroundColor: "white" }, system)).toBe(system);
    }
  });
});
