/** What the model server does with one request: it writes, calls tools, or misbehaves. */
export type Turn = {
  /** Text to write, sent word by word. */
  readonly say?: string;
  /** Tools to call after the text; arguments as text are sent as they are, valid JSON or not. */
  readonly calls?: readonly ScriptedCall[];
  /** `finish_reason` to end with; `stop` or `tool_calls` unless told. */
  readonly finish?: string;
  readonly misbehaves?: Misbehaviour;
  /** Pauses in milliseconds before the first chunk and between two. */
  readonly firstPauseMs?: number;
  readonly pauseMs?: number;
};

/** `tool` is matched against the end of the names that are offered; a name that fits none is sent as it is. */
export type ScriptedCall = { readonly tool: string; readonly arguments: unknown };

export const misbehaviours = [
  /** Statuses, with an error body. */
  "refuses-key",
  "rate-limited",
  "rate-limited-once",
  /** Without saying when to come back. */
  "rate-limited-silently",
  "fails",
  "fails-once",
  "rejects",
  /** Silence: no headers, headers without a token, or silence after the first half of the text. */
  "hangs",
  "hangs-after-headers",
  "hangs-midway",
  /** A letter at a time, slower than anybody can wait for the whole. */
  "drips",
  /** The connection breaks: before any header, before the first token, or after the first half of the text. */
  "resets",
  "cuts-at-once",
  "cuts-midway",
  /** Text that is no answer. */
  "nonsense",
  "web-page",
  "error-chunk",
  "no-finish",
  "endless-blanks",
  "endless-comments",
  "endless-text",
  "huge-chunk",
  "empty",
] as const;
export type Misbehaviour = (typeof misbehaviours)[number];

export type ChatMessage = {
  readonly role: string;
  readonly content?: unknown;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly {
    readonly id: string;
    readonly function: { readonly name: string; readonly arguments: string };
  }[];
};

export type ChatRequest = {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly tools?: readonly {
    readonly function: {
      readonly name: string;
      readonly description?: string;
      readonly parameters?: unknown;
    };
  }[];
};

/** The words of a message, whichever way its content is written. */
export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content;
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: { text?: unknown }) => (typeof part.text === "string" ? part.text : "")).join("");
}

function isMisbehaviour(word: string): word is Misbehaviour {
  return misbehaviours.some((known) => known === word);
}

function readTurn(directive: string): Turn {
  if (directive.startsWith("{")) return JSON.parse(directive) as Turn;
  const [, verb = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(directive) ?? [];
  if (isMisbehaviour(verb))
    return { say: rest || "This is the first half, and this is the second half.", misbehaves: verb };
  if (verb === "say") return { say: rest };
  if (verb === "call") {
    const [, tool = "", args = "{}"] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
    return { calls: [{ tool, arguments: args || "{}" }] };
  }
  throw new Error(`The script of the model server knows no "${verb}".`);
}

/**
 * The turns that a person's message asks for: `[[call find_tickets {"id": 4711}]] [[say It is open.]]`. One directive is
 * one answer of the model: `say TEXT`, `call TOOL ARGUMENTS`, a misbehaviour, or a whole turn as JSON.
 */
export function turnsIn(text: string): readonly Turn[] {
  return [...text.matchAll(/\[\[([\s\S]*?)\]\](?!\])/g)].map((match) => readTurn((match[1] ?? "").trim()));
}

/** Which answer to the last message of the person this is: 0 for the first, more once tools have answered. */
export function turnNumber(request: ChatRequest): number {
  const last = request.messages.findLastIndex((message) => message.role === "user");
  return request.messages.slice(last + 1).filter((message) => message.role === "assistant").length;
}

/** What the model does unless a script says otherwise: it repeats the question, or what the last tool answered. */
function plainTurn(request: ChatRequest): Turn {
  const last = request.messages.at(-1);
  return last?.role === "tool"
    ? { say: `The tool answered: ${textOf(last)}` }
    : { say: `You asked: ${textOf(last)}` };
}

/**
 * Chooses what to do: by the model's name when it is one of the misbehaviours, else by the script in the person's
 * message, else by the plain rule.
 */
export function turnFor(request: ChatRequest, script: readonly Turn[] | undefined): Turn {
  if (isMisbehaviour(request.model))
    return { say: "This is the first half, and this is the second half.", misbehaves: request.model };
  const question = request.messages.findLast((message) => message.role === "user");
  const turns = script ?? turnsIn(textOf(question));
  return turns[turnNumber(request)] ?? plainTurn(request);
}
