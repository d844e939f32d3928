"use client";

import { useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Passage } from "#components/ui/passage.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { Time } from "#components/ui/time.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AnswerPartOf } from "#lib/models/extractive/schema.ts";
import { placeOf, type ReadMarkdown, readMarkdown } from "#lib/read-markdown.ts";

const t = translator(chat);

type PassagePart = AnswerPartOf<"passage">;

/** Longest passage in characters that is shown whole at once. */
const longest = 600;

/** The blocks with the best sentence, or the first ones when none is best. */
function excerptOf(markdown: ReadMarkdown, best: PassagePart["best"], offset: number): ReadMarkdown {
  const { blocks } = markdown;
  if (best) {
    const inside = blocks.filter((block) => {
      const { start, end } = placeOf(block);
      return start < best.end + offset && end > best.start + offset;
    });
    return { ...markdown, blocks: inside.length > 0 ? inside : blocks };
  }
  const last = blocks.findIndex((block) => placeOf(block).end > longest);
  return last === -1 ? markdown : { ...markdown, blocks: blocks.slice(0, last + 1) };
}

type AnswerPassageProps = {
  readonly part: PassagePart;
  /** Where the passage is read in its document. */
  readonly href: string | null;
  readonly verifiedBy: string | null;
};

/** A quoted passage. A long one begins with the paragraph that answers; nothing is left out without being said. */
export function AnswerPassage({ part, href, verifiedBy }: AnswerPassageProps) {
  const [isWhole, setWhole] = useState(part.text.length <= longest);
  const head = part.tableHead ? `${part.tableHead.trimEnd()}\n` : "";
  const whole = useMemo(() => readMarkdown(head + part.text), [head, part.text]);
  const excerpt = useMemo(() => excerptOf(whole, part.best, head.length), [whole, part.best, head.length]);
  const isCut = excerpt.blocks.length < whole.blocks.length;
  const section = part.headingPath.filter((heading) => heading !== part.document).join(" › ");
  const marks = part.best ? [{ start: part.best.start + head.length, end: part.best.end + head.length }] : [];
  return (
    <Passage
      document={part.document}
      {...(href ? { href } : {})}
      support="exact"
      details={[
        ...(section ? [{ id: "section", text: section }] : []),
        ...(part.page ? [{ id: "page", text: t("page", { page: part.page }) }] : []),
        ...(part.date
          ? [
              {
                id: "date",
                text: (
                  <>
                    {t("verified")} <Time value={`${part.date.slice(0, 10)}T12:00:00Z`} mode="date" />
                  </>
                ),
              },
            ]
          : []),
        ...(verifiedBy ? [{ id: "by", text: t("by", { name: verifiedBy }) }] : []),
      ]}
    >
      <Prose markdown={isWhole ? whole : excerpt} marks={marks} isQuoted className="gap-2" />
      {!isWhole && isCut && (
        <span className="mt-2 flex font-sans">
          <Button variant="quiet" size="small" className="-ml-2" onClick={() => setWhole(true)}>
            {t("wholePassage")}
          </Button>
        </span>
      )}
    </Passage>
  );
}
