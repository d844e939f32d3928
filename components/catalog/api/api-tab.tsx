import { AddressList } from "#components/catalog/api/address-list.tsx";
import { ApiOperations } from "#components/catalog/api/api-operations.tsx";
import { FileLink } from "#components/catalog/api/file-link.tsx";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { operationsAtOnce } from "#lib/catalog/operations-at-once.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { apiTab as words } from "#lib/messages/en/api-tab.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type ApiTabProps = {
  tool: Pick<ToolPage, "slug" | "operations" | "access" | "canEdit">;
  /** Origin of the portal, such as `https://weft.example.com`. */
  origin: string;
  /** Name of the session's cookie. */
  cookie: string;
  /** Stands between the addresses and the operations. */
  children?: React.ReactNode;
};

/** Where the tool is found by programs, and how they call it: what really works today. */
export function ApiTab({ tool, origin, cookie, children }: ApiTabProps) {
  const { slug, operations, access } = tool;
  const place = { origin, cookie, slug };
  return (
    <div className="flex flex-col gap-8">
      <AddressList slug={slug} origin={origin} hasFile={tool.canEdit} />
      {children}
      <Section title={t("operations")} description={operations.length > 0 ? t("intro") : undefined}>
        {operations.length === 0 && <EmptyState>{t("noOperations")}</EmptyState>}
        {operations.length > 0 && !access.allowed && (
          <Notice tone="caution">{t("notYours", { reason: access.reason })}</Notice>
        )}
        {operations.length > 0 && (
          <ApiOperations
            place={place}
            slug={slug}
            first={operations.slice(0, operationsAtOnce)}
            total={operations.length}
          />
        )}
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <TextLink href="/docs/api">{t("reference")}</TextLink>
          <FileLink href="/api/openapi.json">{t("openApi")}</FileLink>
        </p>
      </Section>
    </div>
  );
}
