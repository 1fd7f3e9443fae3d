import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { webpack } from "webpack";
import { namedIn } from "../../.ci/named";

const folder = mkdtempSync(join(tmpdir(), "ecom-named-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("A page's files with their content in their names are found, and no others.", () => {
  const page = join(folder, "page.html");
  writeFileSync(
    page,
    '<link href="pane.0123456789.css" rel=stylesheet><script src=pane.fedcba9876.js></script><script src="first.js">' +
      '<script src="https://elsewhere.example/office.0123456789.js"></script><p>src.0123456789.js</p>',
  );
  expect(namedIn(page)).toEqual(["pane.0123456789.css", "pane.fedcba9876.js"]);
  expect(namedIn(join(folder, "none.html"))).toEqual([]);
});

test("A build leaves the files of the build before it, and only those.", async () => {
  const dist = join(folder, "dist");
  const names = () => readdirSync(dist).filter((name) => name.endsWith(".js"));
  const build = async (content: string) => {
    writeFileSync(join(folder, "entry.js"), `console.log(${JSON.stringify(content)})`);
    const before = namedIn(join(dist, "taskpane.html"));
    await new Promise<void>((done, failed) =>
      webpack(
        {
          mode: "production",
          context: folder,
          entry: "./entry.js",
          output: {
            path: dist,
            filename: "[name].[contenthash:10].js",
            clean: { keep: (file: string) => before.includes(file) },
          },
        },
        (error, stats) =>
          error || stats?.hasErrors() ? failed(error ?? new Error(stats?.toString())) : done(),
      ),
    );
    const files = names().filter((name) => readFileSync(join(dist, name), "utf8").includes(content));
    writeFileSync(join(dist, "taskpane.html"), `<script src="${files[0]}"></script>`);
    return files;
  };
  const first = await build("one");
  const second = await build("two");
  expect(names().sort()).toEqual([...first, ...second].sort());
  const third = await build("three");
  expect(names().sort()).toEqual([...second, ...third].sort());
});
