import type { AssistantPart } from "#lib/runs/schema.ts";

type CallOf = Extract<AssistantPart, { type: "call" }>;

const named = ({ toolName, title, arguments: args }: CallOf) =>
  `${toolName}: ${title} ${JSON.stringify(args)}`;

function textOf(part: AssistantPart, longestResult: number): string[] {
  if (part.type === "markdown") return [part.text];
  if (part.type === "call" && part.status === "succeeded")
    return [`[${named(part)} → ${JSON.stringify(part.result?.content).slice(0, longestResult)}]`];
  if (part.type === "answer" && part.part.type === "passage")
    return [`> ${part.part.text}\n(${part.part.document})`];
  return part.type === "answer" && part.part.type === "text" ? [part.part.text] : [];
}

/** What an answer said, as plain text for a model's memory of the conversation. */
export function textOfParts(parts: readonly AssistantPart[]): string {
  return parts.flatMap((part) => textOf(part, 2_000)).join("\n\n");
}

/** What an answer that broke off has come to, for the model that goes on with it: failed calls too, so that none is repeated. */
export function writtenSoFar(parts: readonly AssistantPart[]): string {
  return parts
    .flatMap((part) => {
      if (part.type !== "call" || part.status === "succeeded") return textOf(part, 24_000);
      return [`[${named(part)} → ${part.status}: ${part.error?.message ?? ""}]`];
    })
    .join("\n\n");
}

/** Whether anything of an answer has been seen, apart from who makes it. */
export function hasShown(parts: readonly AssistantPart[]): boolean {
  return parts.some((part) => {
    if (part.type === "markdown") return part.text.trim() !== "";
    return part.type !== "made-by" && part.type !== "notice";
  });
}
