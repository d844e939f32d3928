import { threadSentence } from "#components/trust/trust-words.ts";
import { type TrustRating, trustComponents } from "#lib/trust/mark.ts";

/** One sentence per thread, in the order of the threads. */
export function TrustSentences({ rating }: { rating: TrustRating }) {
  return (
    <div className="flex flex-col gap-2 text-small">
      {rating.gate && <p className="font-semibold">{rating.gate.words}</p>}
      <ul className="flex flex-col gap-1">
        {trustComponents.map((thread) => (
          <li key={thread} className={rating.threads[thread] === null ? "text-muted" : undefined}>
            {threadSentence(rating, thread)}
          </li>
        ))}
      </ul>
    </div>
  );
}
