import Link from "next/link";
import { t } from "#components/catalog/docs/docs-words.ts";
import { MarkedWords } from "#components/catalog/marked-words.tsx";
import type { DocsHit, DocsHits } from "#lib/catalog/docs/docs-hits.ts";

type DocsHitListProps = {
  id: string;
  hits: readonly DocsHit[];
  total: number;
  readAs: DocsHits["readAs"];
  words: string;
  state: "searching" | "found" | "failed";
  active: number;
  onActive: (at: number) => void;
  onOpen: () => void;
  hrefOf: (hit: DocsHit) => string;
};

function statusOf({ state, hits, total, words }: DocsHitListProps): string {
  if (state === "failed") return t("searchFailed");
  if (state === "searching" && hits.length === 0) return t("searching");
  if (hits.length === 0) return t("foundNone", { words });
  return total > hits.length ? t("foundMore", { shown: hits.length, total }) : t("found", { count: total });
}

/** What a search within the docs found: page, section, and the words around. */
export function DocsHitList(props: DocsHitListProps) {
  const { id, hits, readAs, active, onActive, onOpen, hrefOf } = props;
  const mended = readAs.map(({ from, to }) => t("readAs", { from, to })).join(" ");
  return (
    <div className="float layer-head absolute top-full left-0 mt-1 flex max-h-[min(32rem,70vh)] w-full flex-col overflow-y-auto lg:w-[28rem]">
      <p role="status" className="border-b px-3 py-2 text-muted text-small">
        {statusOf(props)} {mended}
      </p>
      <div role="listbox" id={`${id}-list`} aria-label={t("searchResults")}>
        {hits.map((hit, at) => (
          <Link
            key={`${hit.page}#${hit.section}`}
            href={hrefOf(hit)}
            prefetch={false}
            role="option"
            id={`${id}-${at}`}
            aria-selected={at === active}
            tabIndex={-1}
            onMouseMove={() => onActive(at)}
            // The field keeps the focus, so that the list is still there when the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={onOpen}
            className="-outline-offset-2 flex flex-col gap-0.5 px-3 py-2 aria-selected:bg-accent-soft"
          >
            <span className="text-body">
              {hit.heading === null ? (
                <span className="font-semibold">
                  <MarkedWords text={hit.pageTitle} ranges={hit.headingMarks} />
                </span>
              ) : (
                <>
                  <span className="text-muted">{hit.pageTitle} › </span>
                  <span className="font-semibold">
                    <MarkedWords text={hit.heading} ranges={hit.headingMarks} />
                  </span>
                </>
              )}
            </span>
            {hit.excerpt && (
              <span className="line-clamp-2 text-muted text-small wrap-anywhere">
                <MarkedWords text={hit.excerpt} ranges={hit.excerptMarks} />
              </span>
            )}
          </Link>
        ))}
      </div>
    </div>
  );
}
