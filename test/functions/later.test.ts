import { open, type Host } from "./excel";

interface Script {
  src: string;
  onload?: () => void;
  onerror?: () => void;
}
interface HostError {
  readonly code: string;
  readonly message: string;
}

/** A page in which functions.js alone has run; `come` runs details.js. */
function early(host?: Host, file: string | undefined = "details.0123456789.js") {
  open(host);
  jest.resetModules();
  const scripts: Script[] = [];
  const document = {
    querySelector: (selector: string) => (/details\./.test(selector) && file ? { src: file } : null),
    createElement: () => ({}),
    head: { append: (script: Script) => scripts.push(script) },
  };
  Object.assign(globalThis, { document });
  const { forExcel } =
    jest.requireActual<typeof import("../../src/functions/edge")>("../../src/functions/edge");
  const { ecomFunctions } = jest.requireActual<typeof import("../../src/functions/implementations/all")>(
    "../../src/functions/implementations/all",
  );
  const ask = (id: keyof typeof ecomFunctions, ...args: unknown[]) => forExcel(ecomFunctions[id])(...args);
  const come = (script?: Script) => {
    jest.requireActual("../../src/functions");
    script?.onload?.();
  };
  return { ask, scripts, come };
}
afterEach(() => Object.assign(globalThis, { document: undefined }));

const plain = { sets: { CustomFunctionsRuntime: "1.3", ExcelApi: "1.14" } };
/** What a promise, or a call, ends in. */
async function endOf(ask: () => unknown): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    const { code, message } = error as HostError;
    return { code, message };
  }
}
/** As JSON, as the host gets it. */
const told = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const hosts: readonly [string, Host][] = [
  ["properties", {}],
  ["formats", { sets: { CustomFunctionsRuntime: "1.4", ExcelApi: "1.16" } }],
  ["plain numbers, Chinese", { ...plain, language: "zh-CN" }],
  ["a finished workbook", { settings: { "ECOM.asof": "2025-04-30", "ECOM.version": "0.1.0" } }],
];
const questions = [
  ["GROWTH", "digitl"],
  ["GROWTH", "physical", "2025", "computed"],
  ["VALUE", "digital"],
  ["VALUE", "physical", "2025-08"],
  ["CAGR", "total", 2019, 2023],
  ["SERIES", [["total", "nonsense"]]],
  ["TABLE", [["total"], ["nonsense"]], [["2025-Q1", "next year"]], "growth"],
  ["RANK", "no theme"],
  ["FIND", "小家电"],
  ["FIND", "xyzzyx"],
  ["INFO", "total"],
  ["INFO", "total", "description"],
  ["CITE", "total", "2025-Q1", "gbt7714"],
  ["CHECK", "total", "2025-Q1", 3.6],
  ["EVENTS", "silk_road", 2],
  ["EVENTS", "logistics"],
  ["CARD", "total", "2025-Q1"],
] as const;

test.each(hosts)("What waited for the details ends in what it is with them: %s.", async (_, host) => {
  const { ask, scripts, come } = early(host);
  const waiting = questions.map(([id, ...args]) => {
    const given = ask(id, ...args);
    // A finished workbook has some of these figures.
    if (host.settings === undefined) expect(given).toBeInstanceOf(Promise);
    return endOf(() => given);
  });
  // Many cells ask, but the file is loaded once.
  expect(scripts.map(({ src }) => src)).toEqual(["details.0123456789.js"]);
  come(scripts[0]);
  const ends = await Promise.all(waiting);
  for (const [index, [id, ...args]] of questions.entries()) {
    const now = await endOf(() => {
      const given = ask(id, ...args);
      expect(given).not.toBeInstanceOf(Promise);
      return given;
    });
    expect([id, ...args, told(ends[index])]).toEqual([id, ...args, told(now)]);
  }
  expect(scripts).toHaveLength(1);
});

test("Figures do not wait for the details.", () => {
  const { ask, scripts } = early();
  const given = [
    ask("GROWTH", "digital", "2025-Q1"),
    ask("VALUE", "total", "2025-Q1"),
    ask("SERIES", "total"),
    ask("TABLE", [["total"], ["digital"]]),
    ask("RANK"),
    ask("CAGR", "physical", 2020, 2025, "chained"),
    ask("VERSION"),
  ];
  for (const answer of given) expect(answer).not.toBeInstanceOf(Promise);
  expect(scripts).toEqual([]);
});

test("Where the details do not come, a refusal is the same error with a sentence that says so, and the next call asks again.", async () => {
  const { ask, scripts, come } = early();
  const first = endOf(() => ask("GROWTH", "digitl"));
  scripts[0]?.onerror?.();
  expect(await first).toEqual({
    code: "#VALUE!",
    message:
      "A file of ECOM for Excel did not load, so that the reason cannot be given: go online and press Ctrl+Alt+F9.",
  });
  const missing = endOf(() => ask("VALUE", "physical", "2025-08"));
  scripts[1]?.onerror?.();
  expect(await missing).toMatchObject({ code: "#N/A", message: expect.stringMatching(/^A file of ECOM/) });
  // Figures beside a refusal stay.
  const table = endOf(() => ask("TABLE", [["total"]], [["2025-Q1", "2025-08"]]));
  scripts[2]?.onerror?.();
  expect(told(await table)).toMatchObject([
    [{}, {}, {}],
    ["National online retail sales (until 2025)", {}, {}],
  ]);
  const again = endOf(() => ask("VALUE", "physical", "2025-08"));
  come(scripts[3]);
  expect(await again).toMatchObject({ code: "#N/A", message: expect.stringContaining("2025-08 YTD") });
});

test("In Chinese it says so in Chinese; a page that names no such file says so at once.", async () => {
  const { ask, scripts } = early({ language: "zh-CN" }, "");
  expect(await endOf(() => ask("INFO", "total"))).toEqual({
    code: "#N/A",
    message: "ECOM的一个文件未能加载，无法说明原因：请联网后按Ctrl+Alt+F9重新计算。",
  });
  expect(scripts).toEqual([]);
});
