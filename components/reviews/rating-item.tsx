"use client";

import { ReplyForm } from "#components/reviews/reply-form.tsx";
import { t } from "#components/reviews/review-words.ts";
import { Stars } from "#components/reviews/stars.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Rating } from "#lib/reviews/schema.ts";

function Reply({ reply }: { reply: NonNullable<Rating["reply"]> }) {
  return (
    <div className="border-border-strong border-l-2 pl-3">
      <p dir="auto" className="measure whitespace-pre-line break-words">
        {reply.text}
      </p>
      <p className="text-muted text-small">
        {reply.by === null ? t("replyByFormer") : t("replyBy", { name: reply.by })}{" "}
        <Time value={reply.repliedAt} />
        {reply.isToEarlier && `. ${t("replyToEarlier")}`}
      </p>
    </div>
  );
}

type RatingItemProps = { slug: string; rating: Rating; canReply: boolean };

/** One person's rating with the owner's reply, and for owners the way to reply in place. */
export function RatingItem({ slug, rating, canReply }: RatingItemProps) {
  const author = rating.author ?? t("former");
  return (
    <li className="flex flex-col gap-2 border-b py-4 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere">
        <Stars value={rating.stars} />
        <span className="font-semibold">{rating.isMine ? t("you", { name: author }) : author}</span>
        {rating.team && <span className="text-muted text-small">{rating.team}</span>}
        {rating.notCounted && <Badge tone="neutral">{t(`mark-${rating.notCounted}`)}</Badge>}
        {rating.source === "sample" && <SampleChip />}
      </div>
      {rating.text !== "" && (
        <p dir="auto" className="measure whitespace-pre-line break-words">
          {rating.text}
        </p>
      )}
      <p className="text-muted text-small">
        {t("forVersion", { version: rating.version })} · <Time value={rating.ratedAt} />
        {rating.changedAt && (
          <>
            {" "}
            · {t("changedAt")} <Time value={rating.changedAt} />
          </>
        )}
      </p>
      {rating.reply && <Reply reply={rating.reply} />}
      {canReply && <ReplyForm key={rating.reply?.repliedAt ?? "none"} slug={slug} rating={rating} />}
    </li>
  );
}
