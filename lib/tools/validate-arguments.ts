import "server-only";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formatsPlugin from "ajv-formats";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { describeProblems } from "#lib/tools/describe-problems.ts";
import { normaliseSchema } from "#lib/tools/normalise-schema.ts";
import { isSafePattern } from "#lib/tools/safe-pattern.ts";

const maxCompiled = 300;
const maxPatternInput = 10_000;

/** A pattern that could run for ever is not run: it counts as met. */
function compilePattern(pattern: string, flags: string) {
  const expression = isSafePattern(pattern) ? new RegExp(pattern, flags) : undefined;
  return {
    test: (text: string) => !expression || text.length > maxPatternInput || expression.test(text),
    // Ajv tells patterns apart by this text.
    toString: () => `/${pattern}/${flags}`,
  };
}
compilePattern.code = "compilePattern";

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    logger: false,
    addUsedSchema: false,
    unicodeRegExp: false,
    code: { regExp: compilePattern },
  });
  formatsPlugin.default(ajv);
  return ajv;
}

const ajv = createAjv();
const compiled = new Map<string, ValidateFunction>();

function compile(schema: JsonSchema): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known) {
    compiled.delete(key);
    compiled.set(key, known);
    return known;
  }
  const normalised = normaliseSchema(schema);
  const validate = ajv.compile(normalised);
  // Ajv keeps every schema it has seen; the bounded map here is the only memory.
  if (typeof normalised === "object") ajv.removeSchema(normalised);
  compiled.set(key, validate);
  const [oldest] = compiled.keys();
  if (compiled.size > maxCompiled && oldest !== undefined) compiled.delete(oldest);
  return validate;
}

/** Why a schema cannot be used, or undefined when it can. */
export function schemaProblem(schema: JsonSchema): string | undefined {
  try {
    compile(schema);
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : "The schema cannot be read.";
  }
}

/**
 * Checks a value against a JSON Schema 2020-12, with formats. Nothing is coerced and no default is filled
 * in. Answers with one sentence per place (`path` is a JSON pointer), none when the value is right. A schema
 * that cannot be used is one problem at the root.
 */
export function checkArguments(schema: JsonSchema, value: unknown): FieldProblem[] {
  const unusable = schemaProblem(schema);
  if (unusable)
    return [{ path: "", message: `cannot be checked, because the schema is not usable: ${unusable}` }];
  const validate = compile(schema);
  return validate(value) ? [] : describeProblems(validate.errors ?? []);
}
