import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { type Support, SupportMark } from "#components/ui/support-mark.tsx";

export type PassageSegment = { text: string; matched?: boolean };

type PassageProps = {
  /** The words of the document, unchanged, with the matched ones told apart. */
  segments?: readonly PassageSegment[];
  /** The same words with the document's own lists, tables and emphasis; in place of `segments`. */
  children?: ReactNode;
  document: string;
  /** Opens the document at this place. */
  href?: string;
  /** Section, page, when verified and by whom: whatever is known, in this order. */
  details?: readonly { id: string; text: ReactNode }[];
  support?: Support;
  lang?: string;
  className?: string;
};

/** Words quoted from a document: serif on the quote ground, and below them where they come from. */
export function Passage(props: PassageProps) {
  const { segments = [], children, document, href, details = [], support, lang, className } = props;
  return (
    <figure className={cn("rounded-r-chip border-accent border-l-2 bg-quote px-4 py-3", className)}>
      <blockquote lang={lang} className={cn("measure text-passage", !children && "whitespace-pre-line")}>
        {children}
        {keyed(segments).map(({ key, segment }) =>
          segment.matched ? (
            <mark key={key}>{segment.text}</mark>
          ) : (
            <Fragment key={key}>{segment.text}</Fragment>
          ),
        )}
      </blockquote>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-1.5 text-muted text-small">
        {support && (
          <span className="mr-1.5">
            <SupportMark value={support} />
          </span>
        )}
        {href ? (
          <Link href={href} className="text-accent underline underline-offset-3 hover:text-accent-hover">
            {document}
          </Link>
        ) : (
          <span>{document}</span>
        )}
        {details.map((detail) => (
          <span key={detail.id}>· {detail.text}</span>
        ))}
      </figcaption>
    </figure>
  );
}

function keyed(segments: readonly PassageSegment[]) {
  let at = 0;
  return segments.map((segment) => {
    const key = at;
    at += segment.text.length;
    return { key, segment };
  });
}
