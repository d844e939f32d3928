"use client";

import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ToolSuggestion } from "#lib/models/extractive/schema.ts";

const t = translator(chat);

type ToolSuggestionsProps = {
  readonly tools: readonly ToolSuggestion[];
  /** Asks the same again with this tool. */
  readonly onUse?: ((toolSlug: string) => void) | undefined;
};

/** Up to three tools that may fit, with the words that speak for each. */
export function ToolSuggestions({ tools, onUse }: ToolSuggestionsProps) {
  return (
    <ul className="flex flex-col divide-y rounded-card border bg-surface">
      {tools.map((tool) => (
        <li
          key={`${tool.toolSlug} ${tool.operationName}`}
          className="flex items-start gap-4 px-4 py-3 max-md:flex-col max-md:gap-2"
        >
          <div className="flex min-w-0 flex-1 flex-col gap-0.5">
            <Link
              href={`/catalog/${tool.toolSlug}`}
              className="w-fit font-semibold text-accent hover:text-accent-hover"
            >
              {tool.toolName}
            </Link>
            <p className="line-clamp-2 text-muted">{tool.description}</p>
            {tool.matchedWords.length > 0 && (
              <p className="text-muted text-small">
                {t("matches", { words: tool.matchedWords.map((word) => `“${word}”`).join(", ") })}
              </p>
            )}
          </div>
          {onUse && <Button onClick={() => onUse(tool.toolSlug)}>{t("askThisTool")}</Button>}
        </li>
      ))}
    </ul>
  );
}
