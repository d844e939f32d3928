import type { PhrasingContent } from "mdast";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { type MarkRange, markText } from "#components/ui/prose/mark-text.tsx";
import { ProseImage } from "#components/ui/prose/prose-image.tsx";
import type { ProseResolver } from "#components/ui/prose/prose-resolver.ts";
import { safeLink } from "#lib/http/safe-link.ts";
import { placeOf, plainText } from "#lib/read-markdown.ts";

const linkStyles =
  "rounded-chip text-accent underline decoration-1 underline-offset-3 transition-ui hover:text-accent-hover";

/** Running text of a document. What cannot be shown safely stays as the words it stands for. */
export function ProseInline({
  nodes,
  source,
  marks,
  resolver,
}: {
  nodes: readonly PhrasingContent[];
  source: string;
  marks: readonly MarkRange[];
  resolver: ProseResolver | undefined;
}): ReactNode {
  return nodes.map((node) => {
    const place = placeOf(node);
    const inner = "children" in node && (
      <ProseInline nodes={node.children} source={source} marks={marks} resolver={resolver} />
    );
    switch (node.type) {
      case "text":
        return <Fragment key={place.start}>{markText(node.value, place, marks)}</Fragment>;
      case "strong":
        return <strong key={place.start}>{inner}</strong>;
      case "emphasis":
        return <em key={place.start}>{inner}</em>;
      case "delete":
        return <del key={place.start}>{inner}</del>;
      case "break":
        return <br key={place.start} />;
      case "inlineCode":
        return (
          <code key={place.start} className="rounded-chip bg-sunken px-1 py-px text-[0.85em]">
            {markText(node.value, { start: place.start + 1, end: place.end - 1 }, marks)}
          </code>
        );
      case "link":
        return (
          <ProseLink key={place.start} target={node.url} words={plainText(node)} resolver={resolver}>
            {inner}
          </ProseLink>
        );
      case "image":
        if (resolver) {
          const image = resolver.image(node.url);
          return <ProseImage key={place.start} target={node.url} alt={node.alt ?? ""} image={image} />;
        }
        return node.alt ? <Fragment key={place.start}>[{node.alt}]</Fragment> : null;
      case "html":
        return node.value.startsWith("<!--") ? null : <Fragment key={place.start}>{node.value}</Fragment>;
      default:
        return <Fragment key={place.start}>{source.slice(place.start, place.end)}</Fragment>;
    }
  });
}

type ProseLinkProps = {
  target: string;
  words: string;
  resolver: ProseResolver | undefined;
  children: ReactNode;
};

function ProseLink({ target: written, words, resolver, children }: ProseLinkProps) {
  const resolved = resolver?.link(written);
  const target = resolved === undefined ? written : resolved;
  if (target === null) return <span>{children}</span>;
  if (/^#[\p{L}\p{N}_-]+$/u.test(target)) {
    return (
      <a href={target} className={linkStyles}>
        {children}
      </a>
    );
  }
  const link = safeLink(target);
  if (!link) return <span>{children}</span>;
  if (link.href.startsWith("/")) {
    return (
      <Link href={link.href} prefetch={false} className={linkStyles}>
        {children}
      </Link>
    );
  }
  return (
    <>
      <a href={link.href} rel="noopener noreferrer nofollow" target="_blank" className={linkStyles}>
        {children}
      </a>
      {link.host && !words.includes(link.host) && <span className="text-muted"> ({link.host})</span>}
    </>
  );
}
