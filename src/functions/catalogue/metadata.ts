import type { Language } from "../../dataset";
import { catalogue, enums, type EnumId, type FunctionSpec, type Parameter } from "./catalogue";

/** The suffix of a language's files: functions.zh-CN.json, help.zh-CN.html. */
export const suffix: Readonly<Record<Language, string>> = { en: "", zh: ".zh-CN" };

type Json = Readonly<Record<string, unknown>>;

const isList = (kind: string): kind is EnumId => Object.keys(enums).includes(kind);

function parameterOf({ label, kind, optional, matrix, description }: Parameter, language: Language): Json {
  return {
    name: label[language],
    description: description[language],
    // Every argument is `any`, so that we judge it and say what is wrong with it.
    type: "any",
    dimensionality: matrix ? "matrix" : "scalar",
    ...(optional ? { optional } : {}),
    ...(isList(kind) ? { customEnumId: kind } : {}),
  };
}

function functionOf(spec: FunctionSpec, language: Language, base: string): Json {
  return {
    id: spec.id,
    name: spec.id,
    description: spec.description[language],
    helpUrl: `${base}help${suffix[language]}.html#${spec.id}`,
    result: { type: "any", dimensionality: spec.matrix ? "matrix" : "scalar" },
    parameters: spec.parameters.map((parameter) => parameterOf(parameter, language)),
  };
}

/**
 * The metadata that Excel reads, in one language. Ids, function names and the values of lists are the same in both;
 * names of arguments and of list entries are translated.
 * @see https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json
 * @param base the address where the add-in and its help pages are served, with a slash at the end
 */
export function metadata(language: Language, base: string): Json {
  return {
    // Lets data types and errors through as arguments, so that we read them or say what is wrong.
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: catalogue.map((spec) => functionOf(spec, language, base)),
    enums: Object.entries(enums).map(([id, values]) => ({
      id,
      type: "string",
      values: values.map(({ value, label, tooltip }) => ({
        name: label[language],
        stringValue: value,
        ...(tooltip ? { tooltip: tooltip[language] } : {}),
      })),
    })),
  };
}
