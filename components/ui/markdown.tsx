"use client";

import { isValidElement, type ReactNode } from "react";
import { type Components, Streamdown } from "streamdown";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { safeLink } from "#lib/http/safe-link.ts";

type Props = {
  children?: ReactNode;
  href?: string;
  className?: string;
  id?: string;
  [attribute: string]: unknown;
};

function SafeLink({ href, children }: Props) {
  const link = safeLink(href);
  if (!link) return <span>{children}</span>;
  return (
    <a
      href={link.href}
      className="text-accent underline underline-offset-3 hover:text-accent-hover"
      {...(link.host ? { target: "_blank", rel: "noopener noreferrer nofollow" } : {})}
    >
      {children}
      {link.host && <span className="text-muted text-small"> ({link.host})</span>}
    </a>
  );
}

/** Images of strange origin are never loaded: a link says where they are. */
function ImageLink({ src, alt }: { src?: string | Blob; alt?: string }) {
  return (
    <SafeLink href={typeof src === "string" ? src : undefined}>{alt ? `Image: ${alt}` : "Image"}</SafeLink>
  );
}

function codeOf(children: ReactNode): { code: string; language: string | undefined } {
  const child = Array.isArray(children) ? children[0] : children;
  if (!isValidElement<Props>(child)) return { code: String(child ?? ""), language: undefined };
  const language = /language-([\w-]+)/.exec(child.props.className ?? "")?.[1];
  return { code: String(child.props.children ?? "").replace(/\n$/, ""), language };
}

function Pre({ children }: Props) {
  const { code, language } = codeOf(children);
  return <CodeBlock code={code} {...(language ? { language } : {})} />;
}

function heading(level: 2 | 3 | 4) {
  const Tag = `h${level}` as const;
  const size = level === 2 ? "text-title" : level === 3 ? "text-lead" : "text-body font-semibold";
  return function Heading({ children, id }: Props) {
    return (
      <Tag id={id} className={cn(size, "mt-2")}>
        {children}
      </Tag>
    );
  };
}

const parts = {
  a: SafeLink,
  img: ImageLink,
  pre: Pre,
  code: ({ children }: Props) => <code className="rounded-chip bg-sunken px-1 text-code">{children}</code>,
  h1: heading(2),
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  h5: heading(4),
  h6: heading(4),
  p: ({ children }: Props) => <p>{children}</p>,
  ul: ({ children }: Props) => <ul className="flex list-disc flex-col gap-1 pl-5">{children}</ul>,
  ol: ({ children }: Props) => <ol className="flex list-decimal flex-col gap-1 pl-5">{children}</ol>,
  li: ({ children }: Props) => <li className="[&>ul]:mt-1 [&>ol]:mt-1">{children}</li>,
  blockquote: ({ children }: Props) => (
    <blockquote className="border-border-strong border-l-2 pl-3 text-muted">{children}</blockquote>
  ),
  hr: () => <hr className="border-t" />,
  strong: ({ children }: Props) => <strong className="font-semibold">{children}</strong>,
  table: ({ children }: Props) => (
    <div className="overflow-x-auto rounded-card border bg-surface">
      <table className="w-full border-collapse">{children}</table>
    </div>
  ),
  thead: ({ children }: Props) => (
    <thead className="border-b text-left text-muted text-small">{children}</thead>
  ),
  tbody: ({ children }: Props) => <tbody className="[&>tr+tr]:border-t">{children}</tbody>,
  tr: ({ children }: Props) => <tr>{children}</tr>,
  th: ({ children }: Props) => <th className="px-3 py-2 font-semibold">{children}</th>,
  td: ({ children }: Props) => <td className="px-3 py-2 align-top">{children}</td>,
  // The library's type wants each part to take both its own attributes and any others, which no function does.
} as unknown as Components;

type MarkdownProps = {
  children: string;
  /** Still being written: half a block is shown as far as it goes, finished blocks are not parsed again. */
  isStreaming?: boolean;
  className?: string;
};

/**
 * Markdown of people, tools and models: no raw HTML, links through one allow-list with their host shown, no images
 * from elsewhere, code highlighted when it comes into view.
 */
export function Markdown({ children, isStreaming = false, className }: MarkdownProps) {
  return (
    <Streamdown
      mode={isStreaming ? "streaming" : "static"}
      parseIncompleteMarkdown={isStreaming}
      isAnimating={isStreaming}
      components={parts}
      controls={false}
      linkSafety={{ enabled: false }}
      skipHtml
      className={cn("flex flex-col gap-3 break-words [&>*]:m-0", className)}
    >
      {children}
    </Streamdown>
  );
}
