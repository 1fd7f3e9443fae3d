import { isPressed } from "../../../src/workbench/page/shortcuts";

const press = (code: string, held: string) => ({
  code,
  ctrlKey: held.includes("c"),
  altKey: held.includes("a"),
  shiftKey: held.includes("s"),
  metaKey: held.includes("m"),
});

test.each([
  ["the keys together", "KeyE", "cas", true],
  ["another letter", "KeyF", "cas", false],
  ["a modifier too few", "KeyE", "ca", false],
  ["a modifier too many", "KeyE", "casm", false],
])("Ctrl+Alt+Shift+E, %s", (_what, code, held, pressed) => {
  expect(isPressed("Ctrl+Alt+Shift+E", press(code, held))).toBe(pressed);
});
