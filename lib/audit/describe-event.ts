import type { AuditEventDto } from "#lib/audit/schema.ts";
import { events } from "#lib/messages/en/events.ts";

type Described = Pick<AuditEventDto, "type" | "outcome" | "actor" | "target" | "changes" | "details">;

export type EventWords = {
  /** What was done, for a row that names person and target beside it. */
  readonly did: string;
  readonly sentence: string;
};

const messages: Readonly<Record<string, string>> = events;

function textOf(value: unknown): string | null {
  if (typeof value === "string" && value !== "") return value;
  return typeof value === "number" ? value.toLocaleString("en-GB") : null;
}

function roleOf({ changes }: Described): string | null {
  const held = changes?.after ?? changes?.before;
  if (typeof held !== "object" || held === null || !("role" in held)) return null;
  return textOf(held.role)?.replaceAll("-", " ") ?? null;
}

function factsOf(event: Described): Readonly<Record<string, string>> {
  const { details } = event;
  return {
    actor: event.actor.name,
    target: event.target?.name || "something",
    operation: textOf(details?.operation) ?? "an operation",
    version: textOf(details?.version) ?? "a new version",
    role: roleOf(event) ?? "a role",
    count: textOf(details?.events) ?? "some",
  };
}

/** `resource.past-tense` as words, for types that have no sentence of their own. */
function plainWords(type: string): string {
  const words = type.replace(/[.\-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An event in words that need no knowledge of its type. */
export function describeEvent(event: Described): EventWords {
  const facts = factsOf(event);
  const message = (form: "did" | "sentence") =>
    messages[`${form}-${event.type}:${event.outcome}`] ?? messages[`${form}-${event.type}`];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "");
  const did = message("did");
  const sentence = message("sentence");
  const plain = plainWords(event.type);
  return {
    did: did ? fill(did) : plain,
    sentence: sentence
      ? fill(sentence)
      : `${event.actor.name}: ${plain.toLowerCase()}${event.target ? `, ${event.target.name}` : ""}.`,
  };
}

/** A type of event, or a family such as `tool.`, in words for a filter. */
export function typeWords(type: string): string {
  if (type.endsWith(".")) return plainWords(type.slice(0, -1));
  const did = messages[`did-${type}`];
  return did ? did.replace(/ ?\{\w+\}/g, "") : plainWords(type);
}
