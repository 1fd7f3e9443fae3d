import type { Language } from "../dataset";
import { catalogue, enums, type EnumId, type FunctionSpec, type Parameter } from "./catalogue";

const isEnum = (kind: string): kind is EnumId => Object.prototype.hasOwnProperty.call(enums, kind);
const isMatrix = (parameter: Parameter): boolean =>
  parameter.kind === "indicators" || parameter.kind === "periods";

function parameterMetadata(parameter: Parameter, language: Language): Record<string, unknown> {
  return {
    name: parameter.name,
    description: parameter.description[language],
    // Every argument is `any`: we judge what was given and say what is wrong with it.
    type: "any",
    ...(isMatrix(parameter) ? { dimensionality: "matrix" } : {}),
    ...(isEnum(parameter.kind) ? { customEnumId: parameter.kind } : {}),
    ...(parameter.optional ? { optional: true } : {}),
  };
}

function functionMetadata(spec: FunctionSpec, language: Language, help: string): Record<string, unknown> {
  return {
    id: spec.id,
    name: spec.id,
    description: spec.description[language],
    helpUrl: `${help}#${spec.id}`,
    result: { type: "any", ...(spec.matrix ? { dimensionality: "matrix" } : {}) },
    parameters: spec.parameters.map((parameter) => parameterMetadata(parameter, language)),
  };
}

/**
 * The metadata that Excel reads, in one language. Ids, names and the values of lists are the same in every language.
 * @param base the address where the add-in is served, with a slash at the end; help addresses stand below it
 */
export function metadata(language: Language, base: string): Record<string, unknown> {
  const help = `${base}help${language === "zh" ? ".zh-CN" : ""}.html`;
  return {
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    enums: (Object.keys(enums) as EnumId[]).map((id) => ({
      id,
      type: "string",
      values: enums[id].map((value) => ({ name: value, value })),
    })),
    functions: catalogue.map((spec) => functionMetadata(spec, language, help)),
  };
}
