import { readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";
import { readManifest } from "../../../src/workbench/page/manifest";

const source = readFileSync("manifest.xml", "utf8");
const parse = (xml: string) => new DOMParser().parseFromString(xml, "text/xml") as unknown as Document;

describe("the ribbon's manifest", () => {
  test("gives names, pages, namespace and the buttons in order.", () => {
    const manifest = readManifest(parse(source), "en-US");
    expect(manifest).toMatchObject({
      name: "ECOM for Excel",
      pane: "taskpane.html",
      functions: "functions.json",
      namespace: "ECOM",
    });
    expect(manifest.groups).toHaveLength(1);
    expect(manifest.groups[0]?.buttons.map(({ id, action }) => [id, action])).toEqual([
      ["ECOM.Open", { kind: "pane" }],
      ["ECOM.InsertSummary", { kind: "function", name: "insertSummary" }],
      ["ECOM.InsertChart", { kind: "function", name: "insertChart" }],
      ["ECOM.Freeze", { kind: "function", name: "freeze" }],
      ["ECOM.Check", { kind: "function", name: "check" }],
      ["ECOM.SourceOfCell", { kind: "function", name: "source" }],
    ]);
    expect(manifest.cellMenu.map(({ id, label, action }) => [id, label, action])).toEqual([
      ["ECOM.Source", "Source of this figure", { kind: "function", name: "source" }],
    ]);
    expect(manifest.shortcuts).toBe("shortcuts.json");
    expect(manifest.groups[0]?.buttons[0]?.icons.get(32)).toBe("assets/ecom-32.png");
  });

  test("speaks Chinese where the manifest does, the functions' metadata included.", () => {
    const manifest = readManifest(parse(source), "zh-CN");
    expect(manifest.name).toBe("ECOM 电商统计");
    expect(manifest.functions).toBe("functions.zh-CN.json");
    expect(manifest.groups[0]?.buttons.map(({ label }) => label)).toEqual([
      "电商数据",
      "插入摘要",
      "插入图表",
      "冻结所选",
      "检查工作簿",
      "此数据的来源",
    ]);
  });

  test("gives the same paths when the add-in is built for another address.", () => {
    const built = source.replaceAll("https://localhost:3000/", "https://example.org/ecom/");
    expect(readManifest(parse(built), "en-US")).toEqual(readManifest(parse(source), "en-US"));
  });

  test("names the resource that it lacks.", () => {
    const broken = source.replace('<Label resid="Open.Label"/>', '<Label resid="Lost.Label"/>');
    expect(() => readManifest(parse(broken), "en-US")).toThrow('the resource "Lost.Label"');
  });

  test("names the element that it lacks.", () => {
    const broken = source.replace(/<Namespace [^>]*>/, "");
    expect(() => readManifest(parse(broken), "en-US")).toThrow("<Namespace>");
  });
});
