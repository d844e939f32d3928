import { Passage } from "#components/ui/passage.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { Time } from "#components/ui/time.tsx";
import { documentHref } from "#lib/knowledge/document-href.ts";
import type { FoundPassage } from "#lib/knowledge/schema.ts";
import { knowledge } from "#lib/messages/en/knowledge.ts";
import { translator } from "#lib/messages/translate.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

const t = translator(knowledge);

/** A passage that answers a question, word for word, with all that says where it comes from. */
export function FoundPassageView({ passage }: { passage: FoundPassage }) {
  // A passage that goes on with a table is shown under that table's head, as in the document.
  const head = passage.tableHead ? `${passage.tableHead.trimEnd()}\n` : "";
  const markdown = readMarkdown(head + passage.text);
  const { best } = passage;
  const marks = best ? [{ start: best.start + head.length, end: best.end + head.length }] : [];
  return (
    <Passage
      document={passage.document}
      href={documentHref(passage, passage.passageId, best)}
      support="exact"
      lang={passage.language}
      details={[
        ...(passage.headingPath.length > 0 ? [{ id: "section", text: passage.headingPath.join(" › ") }] : []),
        { id: "page", text: t("page", { page: passage.page }) },
        {
          id: "date",
          text: (
            <>
              {t(passage.verifiedBy ? "verified" : "changed")} <Time value={passage.date} mode="date" />
            </>
          ),
        },
        ...(passage.verifiedBy ? [{ id: "by", text: t("by", { name: passage.verifiedBy }) }] : []),
      ]}
    >
      <Prose markdown={markdown} marks={marks} isQuoted className="gap-2" />
    </Passage>
  );
}
