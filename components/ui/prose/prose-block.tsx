import type { Heading, List, PhrasingContent, RootContent, Table } from "mdast";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Admonition, readAdmonition } from "#components/ui/prose/admonition.tsx";
import { HeadingLink } from "#components/ui/prose/heading-link.tsx";
import type { MarkRange } from "#components/ui/prose/mark-text.tsx";
import { ProseInline } from "#components/ui/prose/prose-inline.tsx";
import type { ProseResolver } from "#components/ui/prose/prose-resolver.ts";
import { docs } from "#lib/messages/en/docs.ts";
import { translator } from "#lib/messages/translate.ts";
import { placeOf, plainText } from "#lib/read-markdown.ts";

const t = translator(docs);

export type BlockContext = {
  source: string;
  marks: readonly MarkRange[];
  idAt: ReadonlyMap<number, string>;
  /** Added to each heading's level, so that the page's own headings stay above them. */
  shift: number;
  /** Headings as bold lines, where the text is quoted inside another one. */
  isQuoted: boolean;
  /** Headings carry a link to copy. */
  hasHeadingLinks: boolean;
  resolver: ProseResolver | undefined;
};

function Inline({ nodes, context }: { nodes: readonly PhrasingContent[]; context: BlockContext }) {
  const { source, marks, resolver } = context;
  return <ProseInline nodes={nodes} source={source} marks={marks} resolver={resolver} />;
}

/** One block of a document. */
export function ProseBlock({ node, context }: { node: RootContent; context: BlockContext }): ReactNode {
  switch (node.type) {
    case "paragraph":
      return (
        <p>
          <Inline nodes={node.children} context={context} />
        </p>
      );
    case "heading":
      return <ProseHeadingBlock node={node} context={context} />;
    case "list":
      return <ProseList node={node} context={context} />;
    case "table":
      return <ProseTable node={node} context={context} />;
    case "blockquote": {
      const admonition = readAdmonition(node);
      if (admonition) {
        return (
          <Admonition kind={admonition.kind}>
            {admonition.content.map((child) => (
              <ProseBlock key={placeOf(child).start} node={child} context={context} />
            ))}
          </Admonition>
        );
      }
      return (
        <blockquote className="flex flex-col gap-3 border-l-2 border-border-strong pl-4">
          {node.children.map((child) => (
            <ProseBlock key={placeOf(child).start} node={child} context={context} />
          ))}
        </blockquote>
      );
    }
    case "code":
      return (
        <CodeBlock
          code={node.value}
          language={node.lang ?? undefined}
          title={[node.lang, node.meta].filter(Boolean).join(" ") || undefined}
        />
      );
    case "thematicBreak":
      return <hr />;
    case "definition":
      return null;
    case "html":
      return node.value.startsWith("<!--") ? null : <p>{node.value}</p>;
    default: {
      const { start, end } = placeOf(node);
      return <p className="whitespace-pre-line">{context.source.slice(start, end)}</p>;
    }
  }
}

const headingTags = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function ProseHeadingBlock({ node, context }: { node: Heading; context: BlockContext }) {
  const words = <Inline nodes={node.children} context={context} />;
  if (context.isQuoted) return <p className="font-semibold">{words}</p>;
  const level = Math.min(6, Math.max(2, node.depth + context.shift));
  const Tag = headingTags[level - 1] ?? "h6";
  // On a page of docs the title stands above the first sections.
  const isHigh = level === 2 || (level === 3 && context.hasHeadingLinks);
  const id = context.idAt.get(placeOf(node).start);
  return (
    <Tag
      id={id}
      className={cn(
        "group/heading scroll-mt-4 font-semibold font-serif max-md:scroll-mt-16",
        isHigh ? "pt-3 text-title" : "pt-1 text-passage",
      )}
    >
      {words}
      {id && context.hasHeadingLinks && <HeadingLink id={id} heading={plainText(node)} />}
    </Tag>
  );
}

function ProseList({ node, context }: { node: List; context: BlockContext }) {
  const Tag = node.ordered ? "ol" : "ul";
  return (
    <Tag
      start={node.ordered && node.start !== 1 ? (node.start ?? undefined) : undefined}
      className={cn("flex flex-col gap-1 pl-6", node.ordered ? "list-decimal" : "list-disc")}
    >
      {node.children.map((item) => (
        <li
          key={placeOf(item).start}
          className={cn(item.checked !== null && item.checked !== undefined && "list-none")}
        >
          {typeof item.checked === "boolean" && (
            <input
              type="checkbox"
              checked={item.checked}
              disabled
              readOnly
              aria-label={item.checked ? "done" : "open"}
              className="-ml-6 mr-2"
            />
          )}
          <div className={cn("flex flex-col gap-2", typeof item.checked === "boolean" && "inline")}>
            {item.children.map((child) => (
              <ProseBlock key={placeOf(child).start} node={child} context={context} />
            ))}
          </div>
        </li>
      ))}
    </Tag>
  );
}

const scrollsByKeyboard = { tabIndex: 0, role: "region", "aria-label": t("wideTable") };

function ProseTable({ node, context }: { node: Table; context: BlockContext }) {
  const [head, ...rows] = node.children;
  const alignment = (column: number) => cn(node.align?.[column] === "right" && "text-right");
  // A table of many columns is wider than a phone, and scrolls by itself.
  const isWide = (head?.children.length ?? 0) > 3;
  return (
    <div className="relative overflow-x-auto" {...(isWide ? scrollsByKeyboard : {})}>
      <table
        className={cn(
          "w-full border-collapse text-left text-body wrap-anywhere max-md:text-small",
          isWide && "max-md:min-w-[34rem]",
        )}
      >
        {head && (
          <thead>
            <tr className="border-b">
              {head.children.map((cell, column) => (
                <th
                  key={placeOf(cell).start}
                  scope="col"
                  className={cn(
                    "py-2 pr-4 align-bottom font-semibold last:pr-0 max-md:pr-2",
                    alignment(column),
                  )}
                >
                  <Inline nodes={cell.children} context={context} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row) => (
            <tr key={placeOf(row).start} className="border-b last:border-b-0">
              {row.children.map((cell, column) => (
                <td
                  key={placeOf(cell).start}
                  className={cn("py-2 pr-4 align-top last:pr-0 max-md:pr-2", alignment(column))}
                >
                  <Inline nodes={cell.children} context={context} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
