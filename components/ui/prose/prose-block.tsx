import type { Heading, List, RootContent, Table } from "mdast";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import type { MarkRange } from "#components/ui/prose/mark-text.tsx";
import { ProseInline } from "#components/ui/prose/prose-inline.tsx";
import { placeOf } from "#lib/read-markdown.ts";

export type BlockContext = {
  source: string;
  marks: readonly MarkRange[];
  idAt: ReadonlyMap<number, string>;
  /** Added to each heading's level, so that the page's own headings stay above them. */
  shift: number;
  /** Headings as bold lines, where the text is quoted inside another one. */
  isQuoted: boolean;
};

/** One block of a document. */
export function ProseBlock({ node, context }: { node: RootContent; context: BlockContext }): ReactNode {
  const { source, marks } = context;
  switch (node.type) {
    case "paragraph":
      return (
        <p>
          <ProseInline nodes={node.children} source={source} marks={marks} />
        </p>
      );
    case "heading":
      return <ProseHeadingBlock node={node} context={context} />;
    case "list":
      return <ProseList node={node} context={context} />;
    case "table":
      return <ProseTable node={node} context={context} />;
    case "blockquote":
      return (
        <blockquote className="flex flex-col gap-3 border-l-2 border-border-strong pl-4">
          {node.children.map((child) => (
            <ProseBlock key={placeOf(child).start} node={child} context={context} />
          ))}
        </blockquote>
      );
    case "code":
      return <CodeBlock code={node.value} language={node.lang ?? undefined} />;
    case "thematicBreak":
      return <hr />;
    case "definition":
      return null;
    case "html":
      return node.value.startsWith("<!--") ? null : <p>{node.value}</p>;
    default: {
      const { start, end } = placeOf(node);
      return <p className="whitespace-pre-line">{source.slice(start, end)}</p>;
    }
  }
}

const headingTags = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function ProseHeadingBlock({ node, context }: { node: Heading; context: BlockContext }) {
  const words = <ProseInline nodes={node.children} source={context.source} marks={context.marks} />;
  if (context.isQuoted) return <p className="font-semibold">{words}</p>;
  const level = Math.min(6, Math.max(2, node.depth + context.shift));
  const Tag = headingTags[level - 1] ?? "h6";
  return (
    <Tag
      id={context.idAt.get(placeOf(node).start)}
      className={cn(
        "scroll-mt-4 font-semibold font-serif max-md:scroll-mt-16",
        level === 2 ? "pt-3 text-title" : "pt-1 text-passage",
      )}
    >
      {words}
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

function ProseTable({ node, context }: { node: Table; context: BlockContext }) {
  const [head, ...rows] = node.children;
  const alignment = (column: number) => cn(node.align?.[column] === "right" && "text-right");
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left text-body wrap-anywhere max-md:text-small">
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
                  <ProseInline nodes={cell.children} source={context.source} marks={context.marks} />
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
                  <ProseInline nodes={cell.children} source={context.source} marks={context.marks} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
