"use client";

import { FileText, LayoutGrid, MessageSquare } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { chatHref } from "#components/home/chat-href.ts";
import { t } from "#components/home/home-words.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Suggestions } from "#lib/catalog/schema.ts";
import { documentHref } from "#lib/knowledge/document-href.ts";

const row =
  "flex min-h-10 items-center gap-3 rounded-control px-3 py-1.5 outline-none hover:bg-accent-soft focus-visible:bg-accent-soft focus-visible:outline-2 focus-visible:-outline-offset-2 max-md:min-h-12";

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b py-1.5 last:border-b-0">
      <p className="px-3 py-1 text-muted text-small">{title}</p>
      {children}
    </section>
  );
}

/** The sentence of a passage that answers best, short enough for one look. */
function bestWords({ text, best }: Suggestions["passages"][number]): string {
  const sentence = best ? text.slice(best.start, best.end) : text;
  const plain = sentence
    .replace(/[*_`|#>]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > 220 ? `${plain.slice(0, 217).trimEnd()}…` : plain;
}

type AskAnswersProps = {
  words: string;
  suggestions: Suggestions | null;
  isSearching: boolean;
  hasFailed: boolean;
  onChoose: () => void;
};

/** What the field answers: real links, in the order in which they help soonest. */
export function AskAnswers({ words, suggestions, isSearching, hasFailed, onChoose }: AskAnswersProps) {
  const { tools = [], passages = [] } = suggestions ?? {};
  return (
    <div className="float max-h-[70dvh] animate-fade overflow-y-auto overscroll-contain">
      <p role="status" className="sr-only">
        {isSearching ? t("searching") : t("answersCount", { tools: tools.length, passages: passages.length })}
      </p>
      {suggestions === null && isSearching && (
        <div className="flex flex-col gap-4 border-b p-3">
          <Skeleton className="w-2/5" />
          <Skeleton className="w-3/5" />
          <Skeleton className="w-1/2" />
        </div>
      )}
      {tools.length > 0 && (
        <Group title={t("answersTools")}>
          {tools.map((tool) => (
            <Link key={tool.id} href={`/catalog/${tool.slug}`} onClick={onChoose} className={row}>
              <LayoutGrid className="text-muted" />
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{tool.name}</span>{" "}
                <span className="text-muted text-small">{tool.domain}</span>
                <span className="line-clamp-1 text-muted text-small">{tool.purpose}</span>
              </span>
              <span className="shrink-0 text-muted text-small">{tool.readiness.label}</span>
            </Link>
          ))}
        </Group>
      )}
      {passages.length > 0 && (
        <Group title={t("answersDocuments")}>
          {passages.map((passage) => (
            <Link
              key={passage.passageId}
              href={documentHref(passage, passage.passageId, passage.best)}
              onClick={onChoose}
              className={row}
            >
              <FileText className="self-start text-muted max-md:mt-1 md:mt-1" />
              <span className="min-w-0 flex-1">
                <span lang={passage.language} className="line-clamp-2 font-serif">
                  {bestWords(passage)}
                </span>
                <span className="text-muted text-small">
                  {passage.document} · {passage.headingPath.at(-1)}
                </span>
              </span>
            </Link>
          ))}
        </Group>
      )}
      {hasFailed && <p className="border-b px-3 py-2 text-muted text-small">{t("suggestFailed")}</p>}
      <div className="py-1.5">
        <Link href={chatHref(words)} onClick={onChoose} className={row}>
          <MessageSquare className="text-muted" />
          <span className="min-w-0 flex-1 truncate">{t("askInChat", { words })}</span>
          <Kbd>{t("askInChatHint")}</Kbd>
        </Link>
        <Link href={`/catalog?q=${encodeURIComponent(words)}`} onClick={onChoose} className={row}>
          <LayoutGrid className="text-muted" />
          <span className="min-w-0 flex-1 truncate">{t("allTools", { words })}</span>
        </Link>
      </div>
    </div>
  );
}
