import type { AssistantPart, CallPart } from "#lib/runs/schema.ts";

type Shown = Exclude<AssistantPart, { type: "made-by" }>;
type AnswerOf = Extract<AssistantPart, { type: "answer" }>;

/** What stands in a thread as one thing: calls that follow each other, two sources that differ, or one part. */
export type Block =
  | { readonly key: string; readonly kind: "calls"; readonly calls: CallPart[] }
  | { readonly key: string; readonly kind: "sides"; readonly left: AnswerOf[]; readonly right: AnswerOf[] }
  | { readonly key: string; readonly kind: "part"; readonly part: Shown };

function sideOf(part: AssistantPart): "left" | "right" | undefined {
  return part.type === "answer" && part.part.type === "passage" ? part.part.side : undefined;
}

/** Puts the parts of an answer together; a call that waits for its person stands by itself. */
export function blocksOf(parts: readonly (AssistantPart | undefined)[]): Block[] {
  const blocks: Block[] = [];
  parts.forEach((part, at) => {
    if (!part || part.type === "made-by") return;
    const last = blocks.at(-1);
    const key = String(at);
    if (part.type === "call" && part.status !== "waiting-approval") {
      if (last?.kind === "calls") last.calls.push(part);
      else blocks.push({ key, kind: "calls", calls: [part] });
      return;
    }
    const side = sideOf(part);
    if (part.type === "answer" && side === "left") {
      blocks.push({ key, kind: "sides", left: [part], right: [] });
    } else if (part.type === "answer" && last?.kind === "sides" && last.right.length === 0) {
      (side === "right" ? last.right : last.left).push(part);
    } else blocks.push({ key, kind: "part", part });
  });
  return blocks;
}
