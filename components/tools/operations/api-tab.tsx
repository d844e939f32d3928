import { Download } from "lucide-react";
import { snippetsOf } from "#components/tools/operations/api-snippets.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { OperationView } from "#lib/catalog/schema.ts";
import { tool as words } from "#lib/messages/en/tool.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type ApiTabProps = {
  slug: string;
  operations: readonly OperationView[];
  origin: string;
  /** Name of the session's cookie. */
  cookie: string;
};

/** How a program calls the tool: what really works today, with the person's own session. */
export function ApiTab({ slug, operations, origin, cookie }: ApiTabProps) {
  if (operations.length === 0) return <EmptyState>{t("apiNoOperations")}</EmptyState>;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="measure">{t("apiIntro")}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          <li>
            <TextLink href="/docs/api">{t("apiPage")}</TextLink>
          </li>
          <li>
            <FileLink href="/api/openapi.json">{t("apiOpenApi")}</FileLink>
          </li>
          <li>
            <FileLink href={`/api/tools/${slug}`}>{t("apiTool")}</FileLink>
          </li>
        </ul>
      </div>
      <div className="flex flex-col gap-2">
        {operations.map((operation) => (
          <Disclosure
            key={operation.name}
            open={operations.length === 1}
            summary={
              <span className="min-w-0 py-1.5">
                <span className="font-semibold">{operation.title}</span>{" "}
                <code className="text-code text-muted wrap-anywhere">{operation.name}</code>
              </span>
            }
          >
            <ApiOperation slug={slug} operation={operation} origin={origin} cookie={cookie} />
          </Disclosure>
        ))}
      </div>
    </div>
  );
}

function ApiOperation({
  slug,
  operation,
  origin,
  cookie,
}: Omit<ApiTabProps, "operations"> & { operation: OperationView }) {
  const schema = `/api/tools/${slug}/operations/${encodeURIComponent(operation.name)}/schema`;
  return (
    <div className="flex flex-col gap-4">
      {!operation.annotations.readOnly && <Notice tone="caution">{t("apiWrites")}</Notice>}
      <PanelTabs
        label={operation.title}
        panels={snippetsOf({ origin, slug, operation, cookie }).map((snippet) => ({
          id: snippet.id,
          label: snippet.label,
          content: (
            <div className="flex flex-col gap-2">
              <p className="measure text-muted text-small">
                {snippet.id === "browser" ? t("apiBrowserNote") : t("apiTerminalNote", { cookie })}
              </p>
              <CodeBlock code={snippet.code} language={snippet.language} />
            </div>
          ),
        }))}
      />
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <FileLink href={`${schema}?part=input`} isDownload>
          {t("apiSchemaInput")}
        </FileLink>
        {operation.outputSchema !== null && (
          <FileLink href={`${schema}?part=output`} isDownload>
            {t("apiSchemaOutput")}
          </FileLink>
        )}
      </p>
    </div>
  );
}

/** A plain link: what it leads to is data, not a page that the router could show. */
function FileLink({
  href,
  isDownload = false,
  children,
}: {
  href: string;
  isDownload?: boolean;
  children: React.ReactNode;
}) {
  return (
    <a
      href={href}
      download={isDownload || undefined}
      className="inline-flex items-center gap-1.5 rounded-chip text-accent underline decoration-1 underline-offset-3 transition-ui hover:text-accent-hover"
    >
      {isDownload && <Download />}
      {children}
    </a>
  );
}
