// `npm run test:visual`: how inserted sheets look. Each is inserted in the workbench by the real client, saved as .xlsx,
// printed by LibreOffice and compared with its picture of record beside this file. `UPDATE=1` makes the pictures again.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser, openServer, openWorkbench } from "../browser/browser";
import build from "../browser/build";
import { productIn, savedBytes } from "../browser/product";
import { compare } from "./compare";
import { scenes } from "./scenes";

const root = resolve(__dirname, "../..");
/** The pictures of this run, to look at those that differ. */
const folder = join(root, "build/visual");
/** Pixels an inch: text is legible, and a page takes about 100 kB. */
const resolution = 72;

/** What the machine lacks, as one sentence; undefined if it has everything. */
function missing(): string | undefined {
  const has = (program: string, option: string) => spawnSync(program, [option]).error === undefined;
  const font = (family: string) =>
    spawnSync("fc-match", [family], { encoding: "utf8" }).stdout?.includes(family) === true;
  const lacks = [
    ...(has("soffice", "--version") ? [] : ["LibreOffice (soffice)"]),
    ...(has("pdftoppm", "-v") ? [] : ["poppler-utils (pdftoppm)"]),
    ...(font("Carlito") ? [] : ["the font Carlito (fonts-crosextra-carlito)"]),
    ...(font("Noto Sans CJK SC") ? [] : ["the font Noto Sans CJK (fonts-noto-cjk)"]),
  ];
  return lacks.length > 0 ? `The visual test needs ${lacks.join(", ")}.` : undefined;
}

/** Inserts and saves every scene whose name holds `part`; returns the names. */
async function saveAll(part: string): Promise<string[]> {
  const saved: string[] = [];
  for (const language of ["en", "zh"] as const) {
    const asked = scenes.filter(({ name }) => `${name}-${language}`.includes(part));
    for (const { name, insertion } of asked) {
      const workbench = await openWorkbench({ locale: language === "zh" ? "zh-CN" : "en-US" });
      const product = await productIn(workbench);
      const outcome = await product.insert(insertion, { kind: "new-sheet" }, language);
      if (!outcome.ok) throw new Error(`${name}-${language}: ${JSON.stringify(outcome.problem)}`);
      writeFileSync(join(folder, `${name}-${language}.xlsx`), await savedBytes(workbench));
      saved.push(`${name}-${language}`);
      await workbench.page.context().close();
    }
  }
  return saved;
}

/** Prints the saved workbooks: one picture a page, named by workbook and page. */
function print(names: readonly string[]): string[] {
  const settings = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const files = names.map((name) => `${name}.xlsx`);
  execFileSync("soffice", [settings, "--headless", "--convert-to", "pdf", ...files], {
    cwd: folder,
    stdio: "pipe",
  });
  for (const name of names) {
    if (!existsSync(join(folder, `${name}.pdf`))) throw new Error(`LibreOffice printed no ${name}.xlsx.`);
    execFileSync("pdftoppm", ["-png", "-r", String(resolution), `${name}.pdf`, name], { cwd: folder });
  }
  return readdirSync(folder).filter((file) => file.endsWith(".png"));
}

async function run(): Promise<void> {
  const lacking = missing();
  if (lacking !== undefined) throw new Error(lacking);
  await build();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const part = process.argv[2] ?? "";
  const pictures = print(await saveAll(part));
  const kept = readdirSync(__dirname).filter((file) => file.endsWith(".png") && file.includes(part));
  if (process.env["UPDATE"] === "1") {
    for (const file of kept) rmSync(join(__dirname, file));
    for (const file of pictures) writeFileSync(join(__dirname, file), readFileSync(join(folder, file)));
    console.log(`${pictures.length} pictures of record written to test/visual.`);
    return;
  }
  const findings = [
    ...kept.filter((file) => !pictures.includes(file)).map((file) => `${file} was not made any more`),
    ...(await compare(pictures, __dirname, folder)),
  ];
  for (const finding of findings) console.error(finding);
  console.log(`${pictures.length} pictures, ${findings.length} unlike those of record.`);
  if (findings.length > 0) {
    console.error("Look at build/visual. If the new look is right: UPDATE=1 npm run test:visual");
    process.exitCode = 1;
  }
}

run()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(async () => {
    await (await openBrowser().catch(() => undefined))?.close();
    await (await openServer()).close();
  });
