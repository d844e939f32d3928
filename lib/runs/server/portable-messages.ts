import "server-only";
import type { ModelMessage } from "ai";

/**
 * Messages that one model wrote, for another to read: without its reasoning and without what only its own server
 * understands.
 */
export function portableMessages(messages: readonly ModelMessage[]): ModelMessage[] {
  return messages.map((message) => {
    if (message.role !== "assistant") return message;
    const { providerOptions: _own, ...rest } = message;
    if (typeof rest.content === "string") return rest;
    const content = rest.content
      .filter((part) => part.type !== "reasoning")
      .map((part) => {
        const { providerOptions: _ofPart, ...plain } = part as typeof part & { providerOptions?: unknown };
        return plain as typeof part;
      });
    return { ...rest, content };
  });
}
