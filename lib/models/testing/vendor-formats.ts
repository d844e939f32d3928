import type { ConnectableType } from "#lib/models/provider-types.ts";
import { eventStreamMessage } from "#lib/models/testing/event-stream.ts";

/** What a scripted vendor answers: words, and one call when it was offered a tool. */
export type VendorTurn = {
  readonly words: readonly string[];
  readonly call: { readonly name: string; readonly input: Readonly<Record<string, unknown>> } | null;
};

const event = (body: unknown, name?: string) =>
  Buffer.from(`${name ? `event: ${name}\n` : ""}data: ${JSON.stringify(body)}\n\n`);

/** OpenAI tells what was used in a chunk of its own after the last; Mistral in the last. */
function chatCompletions({ words, call }: VendorTurn, tellsUsageApart = true): Buffer[] {
  const about = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_700_000_000,
    model: "scripted",
  };
  const chunk = (delta: object, finish: string | null = null, rest: object = {}) =>
    event({ ...about, choices: [{ index: 0, delta, finish_reason: finish }], ...rest });
  const usage = {
    prompt_tokens: 12,
    completion_tokens: 7,
    total_tokens: 19,
    prompt_tokens_details: { cached_tokens: 4 },
  };
  const wanted = call && {
    index: 0,
    id: "call00001",
    type: "function",
    function: { name: call.name, arguments: JSON.stringify(call.input) },
  };
  return [
    chunk({ role: "assistant", content: "" }),
    ...words.map((content) => chunk({ content })),
    ...(wanted ? [chunk({ tool_calls: [wanted] })] : []),
    chunk({}, call ? "tool_calls" : "stop", tellsUsageApart ? {} : { usage }),
    ...(tellsUsageApart ? [event({ ...about, choices: [], usage })] : []),
    Buffer.from("data: [DONE]\n\n"),
  ];
}

function messages({ words, call }: VendorTurn): Buffer[] {
  const send = (body: { type: string }) => event(body, body.type);
  const block = (index: number, start: object, deltas: readonly object[]) => [
    send({ type: "content_block_start", index, content_block: start } as { type: string }),
    ...deltas.map((delta) => send({ type: "content_block_delta", index, delta } as { type: string })),
    send({ type: "content_block_stop", index } as { type: string }),
  ];
  const message = {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "scripted",
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 8, cache_read_input_tokens: 4, output_tokens: 1 },
  };
  return [
    send({ type: "message_start", message } as { type: string }),
    ...block(
      0,
      { type: "text", text: "" },
      words.map((text) => ({ type: "text_delta", text })),
    ),
    ...(call
      ? block(1, { type: "tool_use", id: "toolu_1", name: call.name, input: {} }, [
          { type: "input_json_delta", partial_json: JSON.stringify(call.input) },
        ])
      : []),
    send({
      type: "message_delta",
      delta: { stop_reason: call ? "tool_use" : "end_turn", stop_sequence: null },
      usage: { output_tokens: 7 },
    } as { type: string }),
    send({ type: "message_stop" }),
  ];
}

function generateContent({ words, call }: VendorTurn): Buffer[] {
  const part = (body: object, rest: object = {}) =>
    event({ candidates: [{ index: 0, content: { role: "model", parts: [body] }, ...rest }] });
  const last = event({
    candidates: [{ index: 0, content: { role: "model", parts: [{ text: "" }] }, finishReason: "STOP" }],
    usageMetadata: {
      promptTokenCount: 12,
      candidatesTokenCount: 7,
      totalTokenCount: 19,
      cachedContentTokenCount: 4,
    },
  });
  return [
    ...words.map((text) => part({ text })),
    ...(call ? [part({ functionCall: { name: call.name, args: call.input } })] : []),
    last,
  ];
}

function converse({ words, call }: VendorTurn): Buffer[] {
  const at = (contentBlockIndex: number) => ({ contentBlockIndex });
  return [
    eventStreamMessage("messageStart", { role: "assistant" }),
    ...words.map((text) => eventStreamMessage("contentBlockDelta", { ...at(0), delta: { text } })),
    eventStreamMessage("contentBlockStop", at(0)),
    ...(call
      ? [
          eventStreamMessage("contentBlockStart", {
            ...at(1),
            start: { toolUse: { toolUseId: "tooluse_1", name: call.name } },
          }),
          eventStreamMessage("contentBlockDelta", {
            ...at(1),
            delta: { toolUse: { input: JSON.stringify(call.input) } },
          }),
          eventStreamMessage("contentBlockStop", at(1)),
        ]
      : []),
    eventStreamMessage("messageStop", { stopReason: call ? "tool_use" : "end_turn" }),
    eventStreamMessage("metadata", {
      usage: { inputTokens: 8, cacheReadInputTokens: 4, outputTokens: 7, totalTokens: 19 },
      metrics: { latencyMs: 20 },
    }),
  ];
}

const sse = "text/event-stream";

/** How each vendor writes a streamed answer. */
export const answersOf: Readonly<
  Record<
    ConnectableType,
    { readonly contentType: string; readonly write: (turn: VendorTurn) => readonly Buffer[] }
  >
> = {
  "openai-compatible": { contentType: sse, write: (turn) => chatCompletions(turn) },
  openai: { contentType: sse, write: (turn) => chatCompletions(turn) },
  azure: { contentType: sse, write: (turn) => chatCompletions(turn) },
  mistral: { contentType: sse, write: (turn) => chatCompletions(turn, false) },
  anthropic: { contentType: sse, write: messages },
  google: { contentType: sse, write: generateContent },
  bedrock: { contentType: "application/vnd.amazon.eventstream", write: converse },
};
