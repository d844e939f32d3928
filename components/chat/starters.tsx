import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

export type Starter = { readonly text: string; readonly toolSlug: string; readonly toolName: string };

/** What a new chat begins with: requests from the person's own domain that work now. */
export function Starters({
  starters,
  onPick,
}: {
  starters: readonly Starter[];
  onPick: (text: string) => void;
}) {
  if (starters.length === 0) return null;
  return (
    <section className="flex flex-col gap-4" aria-labelledby="starters">
      <div className="flex flex-col gap-1">
        <h2 id="starters" className="text-lead">
          {t("starters")}
        </h2>
        <p className="text-muted text-small">{t("startersHint")}</p>
      </div>
      <ul className="grid gap-2 md:grid-cols-2">
        {starters.map((starter) => (
          <li key={starter.text}>
            <button
              type="button"
              className="flex h-full w-full flex-col justify-between gap-1 rounded-card border bg-surface px-4 py-3 text-left transition-ui hover:border-strong"
              onClick={() => onPick(starter.text)}
            >
              <span>{starter.text}</span>
              <span className="text-muted text-small">{starter.toolName}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
