import { CircleAlert, Info, Lightbulb, OctagonAlert, TriangleAlert } from "lucide-react";
import type { BlockContent, Blockquote, DefinitionContent } from "mdast";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { docs } from "#lib/messages/en/docs.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(docs);

const looks = {
  note: { icon: Info, box: "border-accent bg-accent-soft", ink: "text-accent" },
  tip: { icon: Lightbulb, box: "border-positive bg-positive-soft", ink: "text-positive" },
  important: { icon: CircleAlert, box: "border-accent bg-accent-soft", ink: "text-accent" },
  warning: { icon: TriangleAlert, box: "border-caution bg-caution-soft", ink: "text-caution" },
  caution: { icon: OctagonAlert, box: "border-danger bg-danger-soft", ink: "text-danger" },
} as const;

export type AdmonitionKind = keyof typeof looks;
type Content = BlockContent | DefinitionContent;

const mark = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;

/** The kind of a quote that begins with a mark such as `[!NOTE]` on a line of its own, and what stands below it. */
export function readAdmonition({
  children,
}: Blockquote): { kind: AdmonitionKind; content: Content[] } | null {
  const [first, ...rest] = children;
  if (first?.type !== "paragraph") return null;
  const [text, ...inline] = first.children;
  if (text?.type !== "text") return null;
  const found = mark.exec(text.value);
  if (!found?.[1] || (found[0] === text.value && inline.length > 0 && inline[0]?.type !== "break"))
    return null;
  const kind = found[1].toLowerCase() as AdmonitionKind;
  const value = text.value.slice(found[0].length);
  const others = value === "" && inline[0]?.type === "break" ? inline.slice(1) : inline;
  // The place of the shortened text is its end, so that words which are marked stay where they are.
  const end = text.position?.end;
  const start = end && { ...end, offset: (end.offset ?? 0) - value.length };
  const left =
    value === "" ? others : [{ ...text, value, ...(start && { position: { start, end } }) }, ...others];
  return { kind, content: left.length > 0 ? [{ ...first, children: left }, ...rest] : rest };
}

/** A remark that stands out, by colour, shape and word. */
export function Admonition({ kind, children }: { kind: AdmonitionKind; children: ReactNode }) {
  const { icon: Icon, box, ink } = looks[kind];
  return (
    <div role="note" className={cn("flex flex-col gap-2 rounded-r-card border-l-2 px-4 py-3", box)}>
      <p className={cn("flex items-center gap-2 font-sans font-semibold text-body", ink)}>
        <Icon />
        {t(`admonition-${kind}`)}
      </p>
      {children}
    </div>
  );
}
