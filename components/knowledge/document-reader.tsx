import { t } from "#components/knowledge/knowledge-words.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { SectionList } from "#components/ui/prose/section-list.tsx";
import type { OpenDocument } from "#lib/knowledge/schema.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

type DocumentReaderProps = {
  opened: OpenDocument;
  /** A passage was asked for, whether or not the document still has it. */
  isPassageWanted: boolean;
  /** Words of the passage that answer best, as offsets into it. */
  words: { start: number; end: number } | null;
  /** The verification is older than a reader may take for granted. */
  isStale: boolean;
};

/** A document in serif with its section list; the passage that a citation names is set off, and the browser goes to it. */
export function DocumentReader({ opened, isPassageWanted, words, isStale }: DocumentReaderProps) {
  const { document, passage } = opened;
  const markdown = readMarkdown(document.content, { from: document.bodyStart, title: document.title });
  const marks =
    passage && words ? [{ start: passage.start + words.start, end: passage.start + words.end }] : [];
  return (
    <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_14rem]">
      <SectionList
        headings={markdown.headings}
        label={t("sections")}
        className="lg:sticky lg:top-8 lg:order-2 lg:max-h-[calc(100dvh-4rem)] lg:overflow-y-auto"
      />
      <article className="flex min-w-0 flex-col gap-6">
        {isPassageWanted && !passage && <Notice tone="caution">{t("passageGone")}</Notice>}
        {!document.verifiedAt && <Notice tone="caution">{t("neverVerifiedNote")}</Notice>}
        {isStale && document.verifiedAt && <Notice>{t("staleFor")}</Notice>}
        <Prose markdown={markdown} passage={passage} marks={marks} lang={document.language} />
      </article>
    </div>
  );
}
