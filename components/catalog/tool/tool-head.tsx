import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { t } from "#components/catalog/tool/tool-words.ts";
import { ToolControlSlot } from "#components/catalog/tool-control-slot.tsx";
import { t as people } from "#components/ownership/people-words.ts";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { kindWords } from "#lib/catalog/facets.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { confirmationStage } from "#lib/ownership/confirmation.ts";

/** Whether the owner's last word is a month overdue; an entry that nobody confirmed counts from its first release. */
function isOwnershipUnconfirmed({ lastConfirmedAt, versions, lifecycle }: ToolPage): boolean {
  const first = versions.at(-1)?.publishedAt;
  if (!first || lifecycle === "retired") return false;
  const facts = {
    confirmedAt: lastConfirmedAt === null ? null : new Date(lastConfirmedAt),
    createdAt: new Date(first),
  };
  return confirmationStage(facts, new Date()) === "unconfirmed";
}

/** Name, purpose, and one line of who owns it, when that was confirmed, which version, which stage of its life. */
export function ToolHead({ tool }: { tool: ToolPage }) {
  return (
    <header className="flex min-w-0 flex-col gap-2 wrap-anywhere">
      <Breadcrumb
        items={[
          { label: t("tools"), href: "/catalog" },
          { label: tool.domain.name, href: `/domains/${tool.domain.slug}` },
          { label: kindWords[tool.kind] ?? tool.kind },
        ]}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h1 className="text-page">{tool.name}</h1>
        <ToolControlSlot tool={{ id: tool.id, slug: tool.slug, name: tool.name }} place="page" />
      </div>
      <p className="measure">{tool.purpose}</p>
      <ul className="flex flex-wrap gap-x-1.5 gap-y-2 text-muted text-small [&>li:not(:last-child)]:after:ml-1.5 [&>li:not(:last-child)]:after:content-['·']">
        <li>
          {tool.team ? (
            <TextLink href={`/teams/${tool.team.slug}`}>{t("ownedBy", { team: tool.team.name })}</TextLink>
          ) : (
            t("noTeam")
          )}
        </li>
        <li>
          {tool.lastConfirmedAt ? (
            <>
              {t(tool.ownerConfirmedAt ? "confirmed" : "lastConfirmed")} <Time value={tool.lastConfirmedAt} />
            </>
          ) : (
            t("neverConfirmed")
          )}
        </li>
        {isOwnershipUnconfirmed(tool) && (
          <li>
            <Status tone="danger">{people("unconfirmedMark")}</Status>
          </li>
        )}
        <li>
          {tool.version ? (
            <TextLink href={toolHref(tool.slug, "versions")} scroll={false}>
              {t("version", { version: tool.version })}
            </TextLink>
          ) : (
            t("noVersion")
          )}
        </li>
        <li>{t(tool.lifecycle)}</li>
      </ul>
    </header>
  );
}
