import { canonicalJson } from "#lib/canonical-json.ts";
import type { OperationDefinition } from "#lib/catalog/operation.ts";
import { AppError } from "#lib/errors.ts";
import { asDraftOperation, type DraftOperation, mostOperations } from "#lib/publishing/draft-content.ts";
import { fillsOf, withFills } from "#lib/publishing/sources/fill-inputs.ts";
import { keyOfBinding, type Offered } from "#lib/publishing/sources/offered.ts";
import type { OperationChoice } from "#lib/publishing/sources/schema.ts";

/** What an operation was made of when it was chosen: its owner's own edits are what differs from that. */
export type Before = Pick<Offered, "definition" | "originalDefinition" | "texts" | "original">;

export type ChoiceFacts = {
  readonly draft: readonly DraftOperation[];
  /** Whether an operation of the draft comes from this source. */
  readonly isOwn: (operation: DraftOperation) => boolean;
  readonly offered: ReadonlyMap<string, Offered>;
  readonly choices: readonly OperationChoice[];
  /** Null when that cannot be told any more. */
  readonly before: (operation: DraftOperation) => Before | null;
  /** Server and credentials as they are called here. */
  readonly bind: (definition: OperationDefinition) => OperationDefinition;
};

const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

function badChoice(index: number, field: string, message: string): AppError {
  return new AppError("invalid-input", message, {
    fields: [{ path: `operations.${index}.${field}`, message }],
    mend: "Choose again from the list.",
  });
}

/** A text that its owner wrote stays; another follows the source, in the version that was chosen before. */
function textOf(
  field: "title" | "description",
  choice: OperationChoice,
  offered: Offered,
  existing: DraftOperation | undefined,
  before: Before | null,
): string {
  const given = choice[field];
  if (given !== undefined) return given;
  if (choice.useOriginal !== undefined) return (choice.useOriginal ? offered.original : offered.texts)[field];
  if (!existing) return offered.texts[field];
  const kept = existing[field];
  if (!before) return kept;
  if (kept === before.texts[field]) return offered.texts[field];
  return kept === before.original[field] ? offered.original[field] : kept;
}

/** Whether the words of an operation are the other side's own ones. */
function isOriginal(existing: DraftOperation | undefined, before: Before | null): boolean {
  if (!existing || !before) return false;
  const { description } = before.original;
  return existing.description === description && description !== before.texts.description;
}

function madeOperation(
  facts: ChoiceFacts,
  choice: OperationChoice,
  offered: Offered,
  existing: DraftOperation | undefined,
): DraftOperation | undefined {
  const before = existing ? facts.before(existing) : null;
  const definition =
    (choice.useOriginal ?? isOriginal(existing, before)) ? offered.originalDefinition : offered.definition;
  if (!definition) return undefined;
  const now = asDraftOperation({ ...facts.bind(definition), exampleRequests: [] });
  const texts = choice.useOriginal ? offered.original : offered.texts;
  const { exampleInput, ...rest } = now;
  const keeps = (field: "annotations" | "exampleInput") =>
    existing !== undefined && !isSame(existing[field], before?.definition?.[field]);
  const example = existing && keeps("exampleInput") ? existing.exampleInput : exampleInput;
  const made: DraftOperation = {
    ...rest,
    name: choice.name ?? (choice.useOriginal !== undefined ? texts.name : (existing?.name ?? texts.name)),
    title: textOf("title", choice, offered, existing, before),
    description: textOf("description", choice, offered, existing, before),
    annotations: existing && before && keeps("annotations") ? existing.annotations : now.annotations,
    ...(example === undefined ? {} : { exampleInput: example }),
    exampleRequests: existing?.exampleRequests ?? [],
    contract: offered.contract,
  };
  return existing ? withFills(made, made, fillsOf(existing)) : made;
}

/** A name that is free, with a number behind it where it has to be. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${wanted.slice(0, 60)}_${i}`;
  return name;
}

/**
 * The operations of a draft after a choice from one of its sources: what was chosen before keeps its owner's texts,
 * examples and its place, what is no longer chosen goes, what is new stands at the end.
 * @throws AppError `invalid-input` with the place of the choice that cannot be met
 */
export function chooseOperations(facts: ChoiceFacts): DraftOperation[] {
  const { draft, isOwn, offered, choices } = facts;
  const others = draft.filter((operation) => !isOwn(operation));
  if (others.length + choices.length > mostOperations) {
    const most = mostOperations.toLocaleString("en-GB");
    throw new AppError("invalid-input", `A tool has at most ${most} operations.`, {
      fields: [{ path: "operations", message: `choose at most ${most} in all.` }],
      mend: "Choose those of one subject, and make further tools of the others.",
    });
  }
  const known = new Map<string, DraftOperation>();
  for (const operation of draft) {
    const key = isOwn(operation) ? keyOfBinding(operation.binding) : undefined;
    if (key !== undefined && !known.has(key)) known.set(key, operation);
  }
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  const made = new Map<string, DraftOperation>();
  const namesToFind: string[] = [];
  for (const [index, choice] of choices.entries()) {
    const source = offered.get(choice.key);
    if (!source) throw badChoice(index, "key", `${choice.key} is not in the list of its source any more.`);
    if (made.has(choice.key)) throw badChoice(index, "key", `${choice.key} is chosen twice.`);
    const operation = madeOperation(facts, choice, source, known.get(choice.key));
    if (!operation) {
      const why = source.problems.at(-1)?.message ?? "it is not usable.";
      throw badChoice(index, "key", `${choice.key} cannot be used: ${why}`);
    }
    const isGiven = choice.name !== undefined || known.has(choice.key);
    if (isGiven && taken.has(operation.name.toLowerCase())) {
      throw badChoice(index, "name", `The name “${operation.name}” is taken by another operation.`);
    }
    if (isGiven) taken.add(operation.name.toLowerCase());
    else namesToFind.push(choice.key);
    made.set(choice.key, operation);
  }
  for (const key of namesToFind) {
    const operation = made.get(key);
    if (!operation) continue;
    const name = freeName(operation.name, taken);
    taken.add(name.toLowerCase());
    made.set(key, { ...operation, name });
  }
  const kept = draft.flatMap((operation) => {
    if (!isOwn(operation)) return [operation];
    const key = keyOfBinding(operation.binding) ?? "";
    const next = known.get(key) === operation ? made.get(key) : undefined;
    if (next) made.delete(key);
    return next ? [next] : [];
  });
  return [...kept, ...made.values()];
}
