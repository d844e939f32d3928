import { FileLink } from "#components/catalog/api/file-link.tsx";
import { Section } from "#components/layout/section.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { toolAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import { apiTab as words } from "#lib/messages/en/api-tab.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type AddressListProps = {
  slug: string;
  origin: string;
  /** Those who may edit a tool may take its file away. */
  hasFile: boolean;
};

/** Where the tool is found as a page, as JSON, as an agent card, in a catalog of agents, and as a file for its team. */
export function AddressList({ slug, origin, hasFile }: AddressListProps) {
  const { html, json, agentCard, aiCatalog, file } = toolAddresses(slug, origin);
  const addresses = [
    { name: t("html"), url: html },
    { name: t("json"), url: json },
    { name: t("agentCard"), note: t("agentCardNote"), url: agentCard },
    { name: t("aiCatalog"), url: aiCatalog },
    ...(hasFile ? [{ name: t("file"), note: t("fileNote"), url: file }] : []),
  ];
  return (
    <Section title={t("addresses")} description={t("addressesNote")}>
      <dl className="divide-y rounded-card border bg-surface">
        {addresses.map(({ name, note, url }) => (
          <div
            key={url}
            className="flex min-w-0 items-center gap-x-4 px-4 py-1 max-md:flex-wrap max-md:py-2 md:min-h-11"
          >
            <dt className="shrink-0 max-md:basis-full md:w-48">
              {name}
              {note && <span className="block text-muted text-small">{note}</span>}
            </dt>
            <dd className="flex min-w-0 flex-1 items-center justify-between gap-2">
              <FileLink href={new URL(url).pathname}>
                <code className="min-w-0 text-code wrap-anywhere">{url}</code>
              </FileLink>
              <CopyButton text={url} label={t("copyAddress", { what: name })} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <FileLink href="/api/ai-catalog.json">{t("allTools")}</FileLink>
      </p>
    </Section>
  );
}
