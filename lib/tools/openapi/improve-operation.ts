import type { JsonSchema, OperationDefinition } from "#lib/catalog/operation.ts";
import { isJsonObject, member } from "#lib/tools/json-object.ts";
import type { ImportedOperation } from "#lib/tools/openapi/import-openapi.ts";
import {
  describeInput,
  followedSchema,
  isIdentifier,
  requiredInputs,
} from "#lib/tools/openapi/input-words.ts";
import { nameOperations } from "#lib/tools/openapi/operation-name.ts";
import { plainWords, sentencesOf, usefulSentences } from "#lib/tools/openapi/plain-words.ts";
import { shortText } from "#lib/tools/openapi/short-text.ts";
import { leadingVerb, singular } from "#lib/tools/openapi/word-forms.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

/** What is read of an operation. An `ImportedOperation` has all of it but the inputs, which are in its definition. */
export type ImprovableOperation = Pick<
  ImportedOperation,
  | "name"
  | "operationId"
  | "method"
  | "path"
  | "summary"
  | "description"
  | "tags"
  | "deprecated"
  | "annotations"
> & { readonly inputSchema?: JsonSchema | undefined };

/** One change, with what stood there before. `field` is name, title, description or `inputs › name`. */
export type WordChange = {
  readonly field: string;
  readonly original: string;
  readonly improved: string;
  readonly reason: string;
};

export type ImprovedOperation = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Descriptions of inputs that had none, or had mark-up in it, by the name of the input. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly changes: readonly WordChange[];
};

const maxTitle = 80;
const maxDescription = 600;
const maxInputDescription = 300;

function titleOf(operation: ImprovableOperation, name: string): string {
  const [sentence = ""] = sentencesOf(plainWords(operation.summary));
  const title = sentence.replace(/\s*\((?:GET|PUT|POST|DELETE|PATCH)\)/g, "").replace(/\.$/, "");
  const isPath = /^(?:GET|PUT|POST|DELETE|PATCH)\b|[{}$]|^\//.test(title);
  const isWordy = title.length > maxTitle || !/\s/.test(title);
  return title === "" || isPath || isWordy ? shortText(titleFromName(name), maxTitle) : title;
}

/** Whole sentences within a length; the first is cut rather than left out. */
function within(sentences: readonly string[], length: number): { text: string; isCut: boolean } {
  let text = "";
  for (const sentence of sentences) {
    const longer = text === "" ? sentence : `${text} ${sentence}`;
    if (longer.length > length) return { text: text || shortText(sentence, length), isCut: true };
    text = longer;
  }
  return { text, isCut: false };
}

function isMarkedUp(written: string, plain: string): boolean {
  const bare = (text: string) => text.replace(/[\s.]+/g, "");
  return bare(written) !== bare(plain);
}

/** What a caller must know beside what the operation does. */
function consequences(operation: ImprovableOperation): string[] {
  const { annotations, deprecated, inputSchema } = operation;
  const ids = inputSchema === undefined ? [] : requiredInputs(inputSchema).filter(isIdentifier).slice(0, 5);
  const listed = [ids.slice(0, -1).join(", "), ...ids.slice(-1)].filter(Boolean).join(" and ");
  return [
    ...(ids.length > 0 ? [`Use it when ${listed} ${ids.length > 1 ? "are" : "is"} known.`] : []),
    ...(annotations.destructive
      ? ["It removes something, perhaps for good."]
      : annotations.readOnly
        ? ["It only reads."]
        : ["It changes something at the other side."]),
    ...(deprecated ? ["Its maker advises against it; prefer another operation."] : []),
  ];
}

function describeOperation(
  operation: ImprovableOperation,
  title: string,
): { text: string; reasons: string[] } {
  const reasons: string[] = [];
  const written = operation.description.trim() === "" ? operation.summary : operation.description;
  const plain = plainWords(written);
  if (isMarkedUp(written, plain)) reasons.push("Mark-up was taken out.");
  const { kept, dropped } = usefulSentences(plain);
  if (dropped > 0) {
    const lost =
      dropped > 1
        ? `${dropped} sentences for readers of a web page were`
        : "A sentence for readers of a web page was";
    reasons.push(`${lost} left out.`);
  }
  const [first = ""] = kept;
  const isAction = leadingVerb(first) !== undefined;
  const lead = `${title.replace(/[.!?…]$/, "")}.`;
  const opensAgain = first.toLowerCase().startsWith(lead.slice(0, -1).toLowerCase());
  const leads = isAction || opensAgain ? [] : [lead];
  if (leads.length > 0) reasons.push("It says first what the operation does.");
  const ends = consequences(operation);
  reasons.push("It says what a call needs and does.");
  const room = maxDescription - ends.join(" ").length - 1;
  const body = within([...leads, ...kept], room);
  if (body.isCut) reasons.push(`It was cut to ${maxDescription} characters.`);
  return { text: [body.text, ...ends].join(" "), reasons };
}

function improveInputs(
  thing: string,
  schema: JsonSchema | undefined,
): {
  inputs: Record<string, string>;
  changes: WordChange[];
} {
  const properties = schema === undefined ? undefined : member(schema, "properties");
  const entries = Object.entries(isJsonObject(properties) ? properties : {});
  const found: [string, WordChange][] = entries.flatMap(([name, property]) => {
    const target = followedSchema(schema ?? true, property);
    const written = member(property, "description") ?? target.description;
    const original = typeof written === "string" ? written.trim() : "";
    const plain = plainWords(original);
    const field = `inputs › ${name}`;
    if (plain === "") {
      const improved = shortText(describeInput(name, target, thing), maxInputDescription);
      const reason = "It had no description; this one is from its name and its values.";
      return [[name, { field, original, improved, reason }]];
    }
    const improved = shortText(plain, maxInputDescription);
    if (improved === original || improved === `${original}.`) return [];
    const reason =
      plain.length > maxInputDescription ? "It was made plain and shorter." : "It was made plain.";
    return [[name, { field, original, improved, reason }]];
  });
  return {
    inputs: Object.fromEntries(found.map(([name, change]) => [name, change.improved])),
    changes: found.map(([, change]) => change),
  };
}

function improveUnder(operation: ImprovableOperation, name: string, isQualified: boolean): ImprovedOperation {
  const title = titleOf(operation, name);
  const description = describeOperation(operation, title);
  const inputs = improveInputs(singular(name.split("_").at(-1) ?? ""), operation.inputSchema);
  const nameReason = isQualified
    ? "It begins with what the operation does, and tells it from another one of that name."
    : "It begins with what the operation does, without words that only the other side's code needs.";
  const words: WordChange[] = [
    { field: "name", original: operation.name, improved: name, reason: nameReason },
    {
      field: "title",
      original: operation.summary,
      improved: title,
      reason: operation.summary.trim() === "" ? "There was none." : "It is plain and short.",
    },
    {
      field: "description",
      original: operation.description,
      improved: description.text,
      reason: description.reasons.join(" "),
    },
  ];
  const changes = words.filter((change) => change.original !== change.improved);
  return {
    name,
    title,
    description: description.text,
    inputs: inputs.inputs,
    changes: [...changes, ...inputs.changes],
  };
}

/** Plain texts that names are made of. */
function named(operation: ImprovableOperation) {
  return {
    ...{ operationId: operation.operationId, method: operation.method, path: operation.path },
    summary: plainWords(operation.summary),
    description: sentencesOf(plainWords(operation.description.slice(0, 2000)))[0] ?? "",
    tags: operation.tags,
    deprecated: operation.deprecated,
  };
}

/**
 * Names, titles and descriptions from which a model chooses well, for the operations of one document, in their order.
 * Names are unique within the list. The same list always gives the same; what was changed stands beside what it was.
 */
export function improveOperations(operations: readonly ImprovableOperation[]): ImprovedOperation[] {
  const names = nameOperations(operations.map(named));
  return operations.map((operation, index) => {
    const { name, isQualified } = names[index] ?? { name: operation.name, isQualified: false };
    return improveUnder(operation, name, isQualified);
  });
}

/** The same for one operation that stands by itself. */
export function improveOperation(operation: ImprovableOperation): ImprovedOperation {
  const [name = { name: operation.name, isQualified: false }] = nameOperations([named(operation)]);
  return improveUnder(operation, name.name, name.isQualified);
}

/** A definition under its improved words; how it is called stays as it is. */
export function withImprovedWords(
  definition: OperationDefinition,
  improved: ImprovedOperation,
): OperationDefinition {
  const { inputSchema } = definition;
  const properties = member(inputSchema, "properties");
  const described = Object.entries(isJsonObject(properties) ? properties : {}).map(([name, property]) => {
    const description = Object.hasOwn(improved.inputs, name) ? improved.inputs[name] : undefined;
    if (description === undefined || property === false) return [name, property];
    return [name, { ...(isJsonObject(property) ? property : {}), description }];
  });
  return {
    ...definition,
    name: improved.name,
    title: improved.title,
    description: improved.description,
    inputSchema: isJsonObject(inputSchema)
      ? { ...inputSchema, properties: Object.fromEntries(described) }
      : inputSchema,
  };
}
