import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notice } from "../../.ci/thirdParty";

const folder = mkdtempSync(join(tmpdir(), "ecom-package-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const describePackage = (license: string): void =>
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "part", version: "1.2.3", license }));

test("What ships must have a licence that lets it be passed on, with its text.", () => {
  describePackage("GPL-3.0");
  expect(() => notice(folder)).toThrow("part ships with the add-in and has the licence GPL-3.0.");
  describePackage("MIT");
  expect(() => notice(folder)).toThrow("has no text of its licence");
  writeFileSync(join(folder, "LICENSE.md"), "Permission\r\nis granted.\n");
  expect(notice(folder)).toContain("part 1.2.3, MIT\n\nPermission\nis granted.\n");
});
