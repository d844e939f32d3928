import type { ReactNode } from "react";
import { Section } from "#components/layout/section.tsx";
import { t } from "#components/trust/settings/setting-words.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { translator } from "#lib/messages/translate.ts";
import { gateName } from "#lib/trust/explain.ts";
import type { OpenMatters as Matters } from "#lib/trust/open-matters.ts";
import { gateKinds } from "#lib/trust/schema.ts";

const name = translator(trust);

function gateWords(gate: string): string {
  const kind = gateKinds.find((one) => one === gate);
  return kind ? gateName(kind) : gate;
}

type MatterProps = {
  tool: { slug: string; name: string };
  line: string;
  text: string;
  when: ReactNode;
};

function Matter({ tool, line, text, when }: MatterProps) {
  return (
    <li className="flex flex-col gap-1 p-4 not-last:border-b">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <TextLink href={`/catalog/${tool.slug}?tab=trust`}>{tool.name}</TextLink>
        <span className="text-muted text-small">{when}</span>
      </div>
      <p className="text-small">{line}</p>
      <p className="measure break-words text-muted text-small">{text}</p>
    </li>
  );
}

type ListProps = { title: string; none: string; hasMore: boolean; children: readonly ReactNode[] };

function MatterList({ title, none, hasMore, children }: ListProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      {children.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="rounded-card border bg-surface">{children}</ul>
      )}
      {hasMore && <p className="text-muted text-small">{t("more")}</p>}
    </div>
  );
}

/** Open disputes and exemptions in force over all tools, each with the way to where it is dealt with. */
export function OpenMatters({ disputes, exemptions, hasMore }: Matters) {
  return (
    <Section title={t("matters")} description={t("mattersText")}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <MatterList title={t("disputes")} none={t("disputesNone")} hasMore={hasMore.disputes}>
          {disputes.map((one) => (
            <Matter
              key={one.id}
              tool={one.tool}
              line={t("disputeLine", { name: one.openedBy, component: name(one.component).toLowerCase() })}
              text={one.text}
              when={<Time value={one.openedAt} />}
            />
          ))}
        </MatterList>
        <MatterList title={t("exemptions")} none={t("exemptionsNone")} hasMore={hasMore.exemptions}>
          {exemptions.map((one) => (
            <Matter
              key={one.id}
              tool={one.tool}
              line={t("exemptionLine", { name: one.grantedBy, gate: gateWords(one.gate) })}
              text={one.reason}
              when={
                <>
                  {t("ends")} <Time value={one.expiresAt} mode="date" />
                </>
              }
            />
          ))}
        </MatterList>
      </div>
    </Section>
  );
}
