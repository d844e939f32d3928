import type { RootContent } from "mdast";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import type { MarkRange } from "#components/ui/prose/mark-text.tsx";
import { type BlockContext, ProseBlock } from "#components/ui/prose/prose-block.tsx";
import type { ProseResolver } from "#components/ui/prose/prose-resolver.ts";
import { placeOf, type ReadMarkdown } from "#lib/read-markdown.ts";

type ProseProps = {
  markdown: ReadMarkdown;
  /** Serif for what a person wrote in a document; sans for everything that a model wrote. */
  face?: "serif" | "sans";
  /** Words to mark, as offsets into the source. */
  marks?: readonly MarkRange[];
  /** A passage to set off as a whole; it gets the id `passage`. */
  passage?: MarkRange | null;
  shift?: number;
  isQuoted?: boolean;
  hasHeadingLinks?: boolean;
  /** What links and images mean here. */
  resolver?: ProseResolver;
  lang?: string;
  className?: string;
};

/** A Markdown document: sanitised by construction, because only what is known is made into elements. */
export function Prose(props: ProseProps) {
  const { markdown, face = "serif", marks = [], passage = null, shift = 0, isQuoted = false } = props;
  const { source, idAt } = markdown;
  const { hasHeadingLinks = false, resolver } = props;
  const context: BlockContext = { source, marks, idAt, shift, isQuoted, hasHeadingLinks, resolver };
  const { before, inside, after } = splitAt(markdown.blocks, passage);
  return (
    <div
      lang={props.lang}
      className={cn(
        "measure flex flex-col gap-4",
        face === "serif" ? "text-passage" : "text-body",
        props.className,
      )}
    >
      <Blocks nodes={before} context={context} />
      {inside.length > 0 && (
        <div
          id="passage"
          className="-mx-4 flex scroll-mt-24 flex-col gap-4 rounded-r-chip border-accent border-l-2 bg-quote px-4 py-3"
        >
          <Blocks nodes={inside} context={context} />
        </div>
      )}
      <Blocks nodes={after} context={context} />
    </div>
  );
}

function Blocks({ nodes, context }: { nodes: readonly RootContent[]; context: BlockContext }): ReactNode {
  return nodes.map((node) => <ProseBlock key={placeOf(node).start} node={node} context={context} />);
}

/** The blocks before, in and after a stretch of the source. */
function splitAt(blocks: readonly RootContent[], passage: MarkRange | null) {
  const isIn = (node: RootContent) => {
    const { start, end } = placeOf(node);
    return passage !== null && start < passage.end && end > passage.start;
  };
  const first = blocks.findIndex(isIn);
  if (first === -1) return { before: blocks, inside: [], after: [] };
  const last = blocks.findLastIndex(isIn);
  return {
    before: blocks.slice(0, first),
    inside: blocks.slice(first, last + 1),
    after: blocks.slice(last + 1),
  };
}
