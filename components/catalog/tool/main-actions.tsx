import { ArrowUpRight } from "lucide-react";
import { CopyPrompt } from "#components/catalog/tool/copy-prompt.tsx";
import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { t } from "#components/catalog/tool/tool-words.ts";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";

/** Whether there is something to say about what this person cannot do. */
export function hasActionReason(tool: ToolPage): boolean {
  const { kind } = mainActionOf(tool);
  return kind === "none" || kind === "copy-prompt";
}

/** Why there is no way to use the tool, or only another one; nothing for a tool that works. */
export function ActionReason({ tool }: { tool: ToolPage }) {
  const action = mainActionOf(tool);
  if (action.kind === "copy-prompt") return <p className="text-muted text-small">{t("copyPromptWhy")}</p>;
  if (action.kind !== "none") return null;
  if (tool.canEdit && tool.version === null) return <p className="text-muted">{t("ownDraft")}</p>;
  return (
    <div>
      <p className="font-semibold">{t("notOpen")}</p>
      <p>
        {action.reason} {action.ask && t("whomToAsk", { who: action.ask })}
      </p>
    </div>
  );
}

/** What this person can do with the tool: one primary button, which leads away from a tool that is going away. */
export function ActionButtons({ tool, wide = false }: { tool: ToolPage; wide?: boolean }) {
  const action = mainActionOf(tool);
  const isOwnDraft = tool.canEdit && tool.version === null;
  const own = tool.successor ? "secondary" : "primary";
  return (
    <div className={wide ? "flex flex-col gap-2" : "flex gap-2 [&>*]:min-w-0 [&>*]:flex-1"}>
      {tool.successor && (
        <LinkButton href={`/catalog/${tool.successor.slug}`} variant="primary" wide={wide}>
          <span className="truncate">{t("useSuccessor", { name: tool.successor.name })}</span>
        </LinkButton>
      )}
      {action.kind === "try" && (
        <>
          <LinkButton href={toolHref(tool.slug, "try")} scroll={false} variant={own} wide={wide}>
            {t("tryIt")}
          </LinkButton>
          {!(tool.successor && !wide) && (
            <LinkButton href={`/chat?tool=${tool.slug}`} wide={wide}>
              {t("useInChat")}
            </LinkButton>
          )}
        </>
      )}
      {action.kind === "open" && (
        <a
          href={action.url}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonStyles({ variant: own, wide })}
        >
          <span className="truncate">{t("openAt", { host: action.host })}</span>
          <ArrowUpRight aria-label={t("opensInNewTab")} />
        </a>
      )}
      {action.kind === "copy-prompt" && <CopyPrompt prompt={action.prompt} />}
      {action.kind === "none" && isOwnDraft && (
        <LinkButton href={`/owner/${tool.slug}/operations`} variant="primary" wide={wide}>
          {t("continueDraft")}
        </LinkButton>
      )}
      {action.kind === "none" && !isOwnDraft && (
        <LinkButton href={`${toolHref(tool.slug)}#ask`} wide={wide}>
          {t("askOwner")}
        </LinkButton>
      )}
    </div>
  );
}
