import { cellText } from "#components/runs/answer-cell.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AnswerPartOf } from "#lib/models/extractive/schema.ts";

const t = translator(chat);

/** Names with a number each, as bars that are a table at the same time. */
export function AnswerChart({ part }: { part: AnswerPartOf<"chart"> }) {
  const most = Math.max(...part.points.map((point) => point.y), 1);
  return (
    <div className="rounded-card border bg-surface p-4">
      <table className="w-full">
        <caption className="pb-2 text-left text-muted text-small">
          {t("chartTitle", { y: part.y.title, x: part.x.title })}
        </caption>
        <tbody>
          {part.points.map((point) => (
            <tr key={point.x}>
              <th scope="row" className="w-1/4 py-1 pr-3 text-left font-normal text-small">
                {point.x.trim()}
              </th>
              <td className="py-1">
                <span className="flex items-center gap-2">
                  <svg
                    viewBox="0 0 100 8"
                    preserveAspectRatio="none"
                    className="h-2 flex-1"
                    aria-hidden="true"
                  >
                    <rect width={(100 * point.y) / most} height="8" fill="var(--chart-1)" />
                  </svg>
                  <span className="w-20 text-right text-small">{cellText(point.y, part.y)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
