import { catalogue, enums } from "../../../src/functions/catalogue/catalogue";
import { metadata } from "../../../src/functions/catalogue/metadata";
import { ecomFunctions } from "../../../src/functions/implementations/all";
import { call, ids, open } from "../excel";

// What Excel demands of the file, from Microsoft's reference of custom functions' JSON metadata and of the same objects in the
// unified manifest (lengths).

interface Parameter {
  name: string;
  description: string;
  type: string;
  dimensionality: string;
  optional?: boolean;
  customEnumId?: string;
}
interface File {
  allowCustomDataForDataTypeAny: boolean;
  allowErrorForDataTypeAny: boolean;
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl: string;
    result: { type: string; dimensionality: string };
    parameters: Parameter[];
  }[];
  enums: { id: string; type: string; values: { name: string; stringValue: string; tooltip?: string }[] }[];
}

const base = "https://example.com/ecom/";
const files = { en: metadata("en", base) as unknown as File, zh: metadata("zh", base) as unknown as File };
const both = [files.en, files.zh];
const parametersOf = (file: File) => file.functions.flatMap(({ parameters }) => parameters);

test("The file has exactly the members that Excel knows.", () => {
  for (const file of both) {
    expect(Object.keys(file).sort()).toEqual([
      "allowCustomDataForDataTypeAny",
      "allowErrorForDataTypeAny",
      "enums",
      "functions",
    ]);
    expect(file.allowCustomDataForDataTypeAny && file.allowErrorForDataTypeAny).toBe(true);
    for (const listed of file.functions) {
      expect(Object.keys(listed).sort()).toEqual([
        "description",
        "helpUrl",
        "id",
        "name",
        "parameters",
        "result",
      ]);
      expect(listed.result).toEqual({
        type: "any",
        dimensionality: expect.stringMatching(/^(scalar|matrix)$/),
      });
      for (const parameter of listed.parameters) {
        for (const key of Object.keys(parameter)) {
          expect(["name", "description", "type", "dimensionality", "optional", "customEnumId"]).toContain(
            key,
          );
        }
      }
    }
    expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  }
});

test("Every function that is registered is declared, and none else.", () => {
  for (const file of both) expect(file.functions.map(({ id }) => id).sort()).toEqual(ids().sort());
  expect(catalogue.map(({ id }) => id)).toEqual(Object.keys(ecomFunctions));
});

test("Ids and names are of the letters and length that Excel takes, unique, and like no cell or macro function.", () => {
  for (const file of both) {
    for (const { id, name } of file.functions) {
      expect(id).toMatch(/^[A-Z][A-Z0-9.]{2,63}$/);
      expect(name).toMatch(/^\p{L}[\p{L}0-9._]{2,63}$/u);
      expect(id).not.toMatch(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/);
    }
    expect(new Set(file.functions.map(({ id }) => id)).size).toBe(13);
  }
});

test("The ids and the order of arguments stand for ever: they are kept in workbooks.", () => {
  const signatures = catalogue.map(
    ({ id, parameters }) =>
      `${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`,
  );
  expect(signatures).toEqual([
    "GROWTH(indicator, [period], [basis], [asof])",
    "VALUE(indicator, [period], [unit], [asof])",
    "SERIES(indicators, [measure], [from], [to], [headers], [freq], [dates])",
    "TABLE(indicators, [periods], [measure], [headers])",
    "RANK([theme], [period], [count], [headers])",
    "CAGR(indicator, from, to, [basis])",
    "FIND([text], [count])",
    "INFO(indicator, [field], [period])",
    "CITE(indicator, [period], [style])",
    "CHECK(indicator, period, number)",
    "EVENTS([theme], [count], [headers])",
    "CARD(indicator, [period])",
    "VERSION()",
  ]);
});

test("Arguments are of type any; TABLE's two and SERIES' first are matrices; optional ones follow those that must be given.", () => {
  for (const file of both) {
    for (const { id, parameters } of file.functions) {
      for (const { type } of parameters) expect(type).toBe("any");
      const matrices = parameters.filter(({ dimensionality }) => dimensionality === "matrix");
      expect(matrices).toHaveLength(id === "TABLE" ? 2 : id === "SERIES" ? 1 : 0);
      const optional = parameters.map((listed) => listed.optional === true);
      expect(optional).toEqual([...optional].sort());
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
  }
});

test("Texts are there in both languages, and short enough to be shown whole.", () => {
  for (const file of both) {
    for (const { description } of file.functions) expect(description).toMatch(/^.{5,255}$/s);
    for (const { name, description } of parametersOf(file)) {
      expect(name).toMatch(/^.{1,64}$/);
      expect(description).toMatch(/^.{3,128}$/);
    }
    for (const { name, tooltip } of file.enums.flatMap(({ values }) => values)) {
      expect(name).toMatch(/^\S.{0,127}$/);
      expect(tooltip ?? "x").toMatch(/^.{1,512}$/);
    }
  }
  for (const { description } of [...files.zh.functions, ...parametersOf(files.zh)])
    expect(description).toMatch(/\p{Script=Han}/u);
  for (const { description } of [...files.en.functions, ...parametersOf(files.en)])
    expect(description).not.toMatch(/\p{Script=Han}/u);
});

test("Lists are declared where they are used, with values that are the same in both languages.", () => {
  for (const file of both) {
    const used = new Set(parametersOf(file).flatMap(({ customEnumId }) => customEnumId ?? []));
    expect(file.enums.map(({ id }) => id).sort()).toEqual([...used].sort());
    for (const { id, type, values } of file.enums) {
      expect(id).toMatch(/^[A-Z]{1,64}$/);
      expect(type).toBe("string");
      expect(values.length).toBeGreaterThan(1);
      expect(new Set(values.map(({ stringValue }) => stringValue)).size).toBe(values.length);
      expect(new Set(values.map(({ name }) => name)).size).toBe(values.length);
    }
  }
  const values = ({ enums }: File) =>
    enums.map((listed) => listed.values.map(({ stringValue }) => stringValue));
  expect(values(files.zh)).toEqual(values(files.en));
});

test("Every value of a list is taken by the functions that offer it.", () => {
  open();
  const good: Record<string, unknown> = {
    indicator: "total",
    indicators: "total",
    from: 2020,
    to: 2024,
    number: 3.6,
    period: "2025-Q1",
  };
  for (const { id, parameters } of catalogue) {
    parameters.forEach(({ kind, name }, place) => {
      if (!(kind in enums)) return;
      for (const { value } of enums[kind as keyof typeof enums]) {
        const args = parameters.map((listed, at) =>
          at === place ? value : listed.optional ? null : (good[listed.name] ?? null),
        );
        const result = call(id, ...args);
        // Every listed word is understood; only two ends may contradict each other.
        if (name !== "from" && name !== "to")
          expect([id, value, "error" in result && result.error]).not.toEqual([id, value, "#VALUE!"]);
      }
    });
  }
});

test("A function that is declared to spill returns an array always, and any other never: Excel takes nothing else.", () => {
  open();
  for (const { id, parameters, matrix } of catalogue) {
    const good: Record<string, unknown> = {
      indicator: "total",
      indicators: "total",
      from: 2020,
      to: 2024,
      number: 3.6,
    };
    const args = parameters.map(({ name }) => good[name] ?? null);
    const fields = id === "INFO" ? enums.FIELD.map(({ value }) => [args[0], value, null]) : [args];
    for (const listed of [args, ...fields]) {
      const result = call(id, ...listed);
      expect([id, listed, "value" in result && Array.isArray(result.value)]).toEqual([id, listed, matrix]);
    }
  }
});

test("Help addresses lead to the function's section of the page in the same language.", () => {
  expect(files.en.functions[0]?.helpUrl).toBe("https://example.com/ecom/help.html#GROWTH");
  expect(files.zh.functions[12]?.helpUrl).toBe("https://example.com/ecom/help.zh-CN.html#VERSION");
});
