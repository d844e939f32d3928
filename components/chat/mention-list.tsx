import { cn } from "#components/ui/cn.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

export type MentionedTool = {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly ready: string;
};

type MentionListProps = {
  readonly id: string;
  readonly tools: readonly MentionedTool[];
  readonly chosen: number;
  readonly onChoose: (slug: string) => void;
  readonly onPoint: (at: number) => void;
};

/** The tools that an @ may mean, above the field; the caret stays in the field. */
export function MentionList({ id, tools, chosen, onChoose, onPoint }: MentionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={t("tools")}
      className="float absolute bottom-full left-0 mb-2 max-h-80 w-full max-w-100 overflow-y-auto p-1"
    >
      {tools.length === 0 && (
        <div
          tabIndex={-1}
          role="option"
          aria-selected="false"
          aria-disabled="true"
          className="px-3 py-2 text-muted"
        >
          {t("noTool")}
        </div>
      )}
      {tools.map((tool, at) => (
        <div
          tabIndex={-1}
          key={tool.slug}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          className={cn("cursor-pointer rounded-control px-3 py-2", at === chosen && "bg-accent-soft")}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(tool.slug);
          }}
          onPointerEnter={() => onPoint(at)}
        >
          <span className="flex justify-between gap-2">
            <span className="font-semibold">{tool.name}</span>
            <span className="shrink-0 text-muted text-small">{tool.ready}</span>
          </span>
          <span className="line-clamp-1 text-muted text-small">{tool.purpose}</span>
        </div>
      ))}
    </div>
  );
}
