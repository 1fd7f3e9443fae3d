import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { unpack } from "../src/data/compact/unpack";
import { packed } from "../src/data/dataset";
import { details } from "../src/data/details";
import * as dataset from "../src/dataset";
import * as functions from "../src/functions";

/**
 * Runs the examples of doc comments, `@example EXPRESSION // VALUE` on one line. They may use all exports of the dataset and of
 * the functions, and the names below. A result is given as its value or its sentence, an indicator as its code, a figure as its text.
 */
const digital = dataset.indicatorOf("DIGITAL_PRODUCTS");
const online = dataset.indicatorOf("ONLINE_RETAIL_TOTAL");
const amount = dataset.published(online, "level", "2025-Q1" as dataset.Period, undefined, dataset.liveStore);
const known: Readonly<Record<string, unknown>> = {
  ...dataset,
  ...functions,
  digital,
  online,
  amount,
  release: dataset.sourceOf(amount?.observation.source as dataset.SourceId),
  settings: functions.readSettings(),
  tables: unpack({ ...packed, ...details }),
};

interface Example {
  readonly file: string;
  readonly of: string;
  readonly expression: string;
  readonly value: string;
}

/** Every example of a folder's files, with the export that it stands at. */
function examplesIn(folder: string): Example[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [...text.matchAll(/@example (.+?) \/\/ (.+)$/gm)].map((match) => ({
        file: join(folder, file),
        of: /^export (?:async )?(?:function|const) (\w+)/m.exec(text.slice(match.index))?.[1] ?? file,
        expression: match[1] ?? "",
        value: match[2] ?? "",
      }));
    });
}

/** Evaluates what stands in a comment of this repository, with what its own file exports. */
function evaluate(expression: string, file: string): unknown {
  const here = { ...known, ...(jest.requireActual(resolve(file)) as object) };
  const run = Function(...Object.keys(here), `"use strict"; return (${expression});`) as (
    ...values: unknown[]
  ) => unknown;
  return run(...Object.values(here));
}

function told(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("ok" in value) {
    const result = value as dataset.Result<unknown>;
    return result.ok ? told(result.value) : dataset.sentence(result.reason, "en");
  }
  if ("code" in value && "aliases" in value) return value.code;
  if ("observation" in value) return dataset.figureText(value as dataset.Figure, "en");
  return value;
}

const examples = examplesIn("src");

test.each(examples)("$of: $expression gives $value", ({ file, expression, value }) => {
  expect(told(evaluate(expression, file))).toEqual(evaluate(value, file));
});

test("Whatever the doors of dataset and functions give to call has an example.", () => {
  const shown = new Set(examples.map(({ of }) => of));
  const callable = [dataset, functions].flatMap((door) =>
    Object.entries(door).flatMap(([name, value]) => (typeof value === "function" ? [name] : [])),
  );
  expect(callable.filter((name) => !shown.has(name))).toEqual([]);
});
