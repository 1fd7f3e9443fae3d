import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { createParts } from "../../src/workbench/host";
import type { HostOptions, HostParts } from "../../src/workbench/host";
import { headlessGrid } from "./grid";

/** A host without a page, and Microsoft's client speaking to it. */
export interface Bench extends HostParts {
  /** `Excel.run` of the real client: every `context.sync()` is one message to the host. */
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  Excel: typeof Excel;
  /** The bodies of the messages sent. */
  sent: string[];
  /** How the next messages are delivered; all later ones are answered. */
  deliveries: Delivery[];
  dispose(): void;
}

/**
 * How a message to the host is delivered. "lost": it never arrives. "answer lost": it is carried out, and nobody hears
 * of it. A number: the host refuses it with this error of the envelope.
 */
export type Delivery = "answered" | "lost" | "answer lost" | number;

/** The code of the error that a promise is rejected with; fails the test if it is not rejected. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  throw new Error("It was not refused.");
}

/** Starts a host over a headless grid and the client of `@microsoft/office-js` in a context of its own. */
export function bench(options: Partial<HostOptions> = {}): Bench {
  const { univer, univerAPI } = headlessGrid();
  const parts = createParts({
    univerAPI,
    frame: null,
    addin: { url: "https://localhost/", functions: null, namespace: "ECOM" },
    ...options,
  });
  const client = (loaded ??= loadClient());
  const sent: string[] = [];
  const deliveries: Delivery[] = [];
  const executeAsync = async (_customData: unknown, _flags: unknown, message: { Body: unknown }) => {
    const body = JSON.stringify(message.Body);
    sent.push(body);
    const delivery = deliveries.shift() ?? "answered";
    const answer =
      typeof delivery === "number"
        ? { error: delivery }
        : delivery === "lost"
          ? undefined
          : await parts.rich.execute(body);
    if (answer === undefined || delivery === "answer lost") return new Promise<never>(() => undefined);
    const { RichApiMessageUtility } = client.OfficeExtension;
    if ("body" in answer) return RichApiMessageUtility.buildResponseOnSuccess(answer.body, {});
    const response = RichApiMessageUtility.buildResponseOnError(answer.error, `error ${answer.error}`);
    client.Excel.RequestContext.prototype._processOfficeJsErrorResponse(answer.error, response);
    return response;
  };
  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
    const context = new client.Excel.RequestContext();
    (context as unknown as { _requestExecutor: object })._requestExecutor = { executeAsync };
    return client.Excel.run(context, batch) as Promise<T>;
  };
  return {
    ...parts,
    run,
    Excel: client.Excel,
    sent,
    deliveries,
    dispose: () => {
      parts.host.dispose();
      univer.dispose();
    },
  };
}

type OnSheet<T> = (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>;

/** The host of the test that runs. */
export interface EachBench extends Bench {
  /** Does something to the active sheet, and sends it. */
  onSheet<T>(act: OnSheet<T>): Promise<T>;
  /** The code with which something that is done to the active sheet is refused. */
  refusal(act: OnSheet<unknown>): Promise<string>;
  /** The values of a range of the active sheet. */
  values(address: string): Promise<unknown[][]>;
}

/** Starts a host with an empty workbook before each test of a file, and ends it afterwards. */
export function eachBench(options: Partial<HostOptions> = {}): EachBench {
  let current: Bench;
  const acts: Pick<EachBench, "onSheet" | "refusal" | "values"> = {
    onSheet: (act) =>
      current.run(async (context) => {
        const result = await act(context.workbook.worksheets.getActiveWorksheet(), context);
        await context.sync();
        return result;
      }),
    refusal: (act) => codeOf(acts.onSheet(act)),
    values: async (address) => {
      const range = await acts.onSheet((sheet) => sheet.getRange(address).load("values"));
      return range.values as unknown[][];
    },
  };
  beforeEach(() => {
    current = bench(options);
  });
  afterEach(() => current.dispose());
  return new Proxy({} as EachBench, {
    get: (_, key) => Reflect.get(key in acts ? acts : current, key) as unknown,
  });
}

interface Client {
  Excel: typeof Excel & {
    RequestContext: { prototype: { _processOfficeJsErrorResponse(code: number, response: object): void } };
  };
  OfficeExtension: {
    RichApiMessageUtility: {
      buildResponseOnError(code: number, message: string): object;
      buildResponseOnSuccess(body: string, headers: object): object;
    };
  };
}

const source = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");

/**
 * One client serves all workbooks of a test file. It keeps nothing of them, because messages go through the context of
 * a run.
 */
let loaded: Client | undefined;

/** The client's own source, run with as much of a browser as it touches while loading. */
function loadClient(): Client {
  const nothing = () => undefined;
  const element = () => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    getElementsByTagName: () => [],
    addEventListener: nothing,
    href: "",
  });
  const location = {
    href: "https://localhost/",
    search: "",
    hash: "",
    hostname: "localhost",
    host: "localhost",
    protocol: "https:",
    origin: "https://localhost",
  };
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval: nothing,
    clearInterval: nothing,
    performance,
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
    location,
    navigator: { userAgent: "Chrome", platform: "", language: "en" },
    document: {
      createElement: element,
      getElementsByTagName: () => [element()],
      getElementById: () => null,
      addEventListener: nothing,
      head: element(),
      body: element(),
      documentElement: element(),
      domain: "localhost",
      readyState: "complete",
      cookie: "",
      scripts: [],
    },
    name: "",
  };
  window["window"] = window["self"] = window["top"] = window["parent"] = window;
  createContext(window);
  runInContext(source, window);
  return window as unknown as Client;
}
