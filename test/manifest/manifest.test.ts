import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { buildAddress } from "../../.ci/address";
import { shortcuts } from "../../src/commands/shortcuts";
import { checkManifest, type Finding } from "./check";

const local = "https://localhost:3000/";
const manifest = readFileSync("manifest.xml", "utf8");
const findings = (xml: string): Finding[] => checkManifest(xml, local, "dist");

test("The manifest has no fault, and every address in it is served by the build.", () => {
  expect(findings(manifest)).toEqual([]);
});

test("The built manifest points to the address that the build was made for, and to no other.", () => {
  const { url } = buildAddress(process.env.ECOM_URL);
  expect(checkManifest(readFileSync("dist/manifest.xml", "utf8"), url, "dist")).toEqual([]);
});

test("Microsoft's own reader reads it.", () => {
  const cli = "node_modules/office-addin-manifest/cli.js";
  const info = execFileSync(process.execPath, [cli, "info", "manifest.xml"], { encoding: "utf8" });
  expect(info).toContain("Name: ECOM for Excel");
  expect(info).toContain("Permissions: ReadWriteDocument");
});

test("Every button and shortcut names a command that the page associates.", () => {
  const named = [...manifest.matchAll(/<FunctionName>(\w+)</g)].map(([, name]) => name);
  const associated =
    /const commands[^]*?\n};/.exec(readFileSync("src/commands/commands.ts", "utf8"))?.[0] ?? "";
  const commands = [...associated.matchAll(/^ {2}(?:async )?(\w+)[:(]/gm)].map(([, name]) => name);
  expect(new Set([...named, ...shortcuts.map(({ action }) => action)])).toEqual(new Set(commands));
});

test.each<[Finding["rule"], string, (xml: string) => string]>([
  ["id", "an id that is no GUID", (xml) => xml.replace(/<Id>.{8}/, "<Id>")],
  ["id", "two controls of one id", (xml) => xml.replace('id="ECOM.InsertChart"', 'id="ECOM.Open"')],
  ["version", "a version of three parts", (xml) => xml.replace(/<Version>[\d.]*/, "<Version>1.0.0")],
  ["permission", "a wider permission", (xml) => xml.replace("ReadWriteDocument", "ReadWriteAll")],
  [
    "order",
    "a description before the name",
    (xml) => xml.replace(/(<DisplayName[^]*?<\/DisplayName>)\s*(<Description[^]*?<\/Description>)/, "$2$1"),
  ],
  ["order", "a misspelt element", (xml) => xml.replaceAll("Supertip", "SuperTip")],
  ["resid", "a resource that is not there", (xml) => xml.replace('resid="Open.Tip"', 'resid="Open.Tips"')],
  [
    "resid",
    "a resource id of 33 characters",
    (xml) => xml.replaceAll("Open.Tip", "Open.Tip".padEnd(33, "x")),
  ],
  ["length", "a label of 126 characters", (xml) => xml.replace("E-commerce data", "e".repeat(126))],
  ["icon", "an icon of another size", (xml) => xml.replace("ecom-80.png", "ecom-64.png")],
  ["icon", "a size left out", (xml) => xml.replace(/<bt:Image size="40".*/, "")],
  ["url", "a page that the build does not make", (xml) => xml.replaceAll("functions.json", "function.json")],
  ["url", "an address elsewhere", (xml) => xml.replace(`${local}help.html`, "http://example.com/help.html")],
  [
    "locale",
    "a text without Chinese",
    (xml) => xml.replace('<bt:Override Locale="zh-CN" Value="插入图表"/>', ""),
  ],
  [
    "runtime",
    "buttons on another page than the functions",
    (xml) => xml.replace('<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Help.Url"/>'),
  ],
  [
    "runtime",
    "a pane on another page than its runtime",
    (xml) =>
      xml.replace(
        `<SourceLocation DefaultValue="${local}taskpane.html"`,
        `<SourceLocation DefaultValue="${local}help.html"`,
      ),
  ],
  [
    "runtime",
    "a runtime that ends with the pane",
    (xml) => xml.replace('lifetime="long"', 'lifetime="short"'),
  ],
  ["runtime", "a runtime without its set", (xml) => xml.replace(/<Set Name="SharedRuntime".*/, "")],
  [
    "group",
    "seven groups on a tab",
    (xml) =>
      xml.replace(/<Group [^]*?<\/Group>/, (group) =>
        Array.from({ length: 7 }, (_one, i) => group.replaceAll(' id="', ` id="${i}`)).join(""),
      ),
  ],
  ["length", "a name of 126 characters", (xml) => xml.replace('ECOM for Excel">', `${"E".repeat(126)}">`)],
  ["length", "no provider", (xml) => xml.replace(/<ProviderName>[^<]*/, "<ProviderName>")],
  ["locale", "a language alone", (xml) => xml.replace("en-US</DefaultLocale>", "en</DefaultLocale>")],
  [
    "resid",
    "a long text as a label",
    (xml) => xml.replace('<Label resid="Open.Label"', '<Label resid="Open.Tip"'),
  ],
  ["length", "an id of 126 characters", (xml) => xml.replace("ECOM.InsertChart", "E".repeat(126))],
  ["parse", "text that is no XML", (xml) => xml.replace("</OfficeApp>", "")],
])("The check finds, as %s: %s.", (rule, _fault, spoil) => {
  const spoilt = spoil(manifest);
  expect(spoilt).not.toBe(manifest);
  expect(findings(spoilt).map((finding) => finding.rule)).toContain(rule);
});
