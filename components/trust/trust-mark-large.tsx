import { bandInk } from "#components/trust/band-ink.ts";
import { bandWord, threadSentence } from "#components/trust/trust-words.ts";
import { cn } from "#components/ui/cn.ts";
import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import { type TrustRating, trustComponents } from "#lib/trust/mark.ts";

const t = translator(trust);
const height = 56;

/** The mark of a tool's page: threads 56 high, each with its name, in two lines so that neighbours do not touch. */
export function TrustMarkLarge({ rating }: { rating: TrustRating }) {
  const ink = bandInk(rating);
  const gateY = rating.gate && Math.min(height - 0.75, Math.max(0.75, height * (1 - rating.gate.at / 100)));
  return (
    <div className="flex flex-col gap-3">
      <p className={cn("flex items-baseline gap-2", ink)}>
        {rating.score !== null && <span className="text-title">{Math.round(rating.score)}</span>}
        <span>{bandWord(rating)}</span>
        {rating.thin && rating.score !== null && <span className="text-muted text-small">{t("thin")}</span>}
      </p>
      <ul className="relative grid grid-cols-6 pb-5">
        {typeof gateY === "number" && (
          <svg
            viewBox={`0 0 6 ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
            className="absolute inset-x-0 top-0 h-14 w-full"
          >
            <path
              d={`M0 ${gateY}H6`}
              stroke="var(--text)"
              strokeWidth="1.5"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
        )}
        {trustComponents.map((thread, index) => {
          const value = rating.threads[thread];
          return (
            <li
              key={thread}
              className="flex min-w-0 flex-col items-center"
              title={threadSentence(rating, thread)}
            >
              <Thread value={value} thin={rating.thin ?? false} ink={ink} lower={index % 2 === 1} />
              <span
                className={cn(
                  "whitespace-nowrap text-small",
                  value === null ? "text-muted" : "text-text",
                  index % 2 === 1 && "translate-y-5",
                )}
              >
                {t(thread)}
                <span className="sr-only">: {threadSentence(rating, thread)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {rating.gate && rating.score !== null && <p className="text-muted text-small">{rating.gate.words}</p>}
    </div>
  );
}

type ThreadProps = { value: number | null; thin: boolean; ink: string; lower: boolean };

function Thread({ value, thin, ink, lower }: ThreadProps) {
  const breadth = thin ? 2 : 8;
  const x = 4 - breadth / 2;
  const filled = value === null ? 0 : Math.min(1, Math.max(0, value)) * height;
  return (
    <svg
      viewBox={`0 0 8 ${height + 24}`}
      width="8"
      height={height + 24}
      aria-hidden="true"
      className={cn("-mb-5 shrink-0 overflow-visible", ink)}
    >
      {value === null ? (
        <path d={`M4 0V${height}`} stroke="var(--border-strong)" strokeDasharray="3 3" />
      ) : (
        <>
          <rect x={x} width={breadth} height={height} fill="var(--border)" />
          <rect x={x} y={height - filled} width={breadth} height={filled} fill="currentColor" />
        </>
      )}
      {lower && <path d={`M4 ${height + 3}v18`} stroke="var(--border)" />}
    </svg>
  );
}
