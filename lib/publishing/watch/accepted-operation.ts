import type {
  HttpBinding,
  McpBinding,
  OperationBinding,
  OperationContent,
  OperationDefinition,
} from "#lib/catalog/operation.ts";
import { checkArguments } from "#lib/tools/validate-arguments.ts";

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The owner's own value where they had put one, the other side's new one otherwise. */
function kept<Value>(published: Value, before: Value | undefined, after: Value): Value {
  return before !== undefined && !same(published, before) ? published : after;
}

function acceptedBinding(
  published: OperationBinding,
  before: OperationBinding | undefined,
  after: OperationBinding,
): OperationBinding {
  if (after.kind !== published.kind || (after.kind !== "http" && after.kind !== "mcp")) return after;
  const was = before?.kind === after.kind ? (before as HttpBinding | McpBinding) : undefined;
  const own = published as HttpBinding | McpBinding;
  return {
    ...after,
    serverUrl: kept(own.serverUrl, was?.serverUrl, after.serverUrl),
    // The names of secrets are the owner's; another way to sign in is the other side's.
    security:
      was && same(was.security, after.security)
        ? own.security
        : kept(own.security, was?.security, after.security),
  };
}

function acceptedAnnotations(
  published: OperationDefinition["annotations"],
  before: OperationDefinition["annotations"] | undefined,
  after: OperationDefinition["annotations"],
): OperationDefinition["annotations"] {
  const flag = (name: keyof typeof after) =>
    before && before[name] === after[name] ? published[name] : after[name];
  return {
    readOnly: flag("readOnly"),
    destructive: flag("destructive"),
    idempotent: flag("idempotent"),
    openWorld: flag("openWorld"),
  };
}

/**
 * The published operation with the other side's new definition in it. Name, example requests and whatever the owner had
 * put in the place of the other side's words stay; inputs and results are the new ones. `before` is what the reviewed
 * definition was made into, where that is known.
 */
export function acceptedOperation(
  published: OperationContent,
  before: OperationDefinition | undefined,
  after: OperationDefinition,
  contract: unknown,
): OperationContent {
  const { exampleInput: example, outputSchema: _, ...rest } = published;
  const isExampleFit = example !== undefined && checkArguments(after.inputSchema, example).length === 0;
  const fresh = after.exampleInput;
  return {
    ...rest,
    title: kept(published.title, before?.title, after.title),
    description: kept(published.description, before?.description, after.description),
    inputSchema: after.inputSchema,
    ...(after.outputSchema === undefined ? {} : { outputSchema: after.outputSchema }),
    annotations: acceptedAnnotations(published.annotations, before?.annotations, after.annotations),
    binding: acceptedBinding(published.binding, before?.binding, after.binding),
    ...(isExampleFit ? { exampleInput: example } : fresh === undefined ? {} : { exampleInput: fresh }),
    contract,
  };
}
