import { FileLink } from "#components/catalog/api/file-link.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import { type SnippetPlace, snippetsOf } from "#lib/catalog/interop/snippets.ts";
import { operationAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { apiTab as words } from "#lib/messages/en/api-tab.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

type ApiOperationProps = { operation: OperationView; place: SnippetPlace };

function exampleOf({ exampleInput }: OperationView): Record<string, unknown> {
  const isObject = typeof exampleInput === "object" && exampleInput !== null && !Array.isArray(exampleInput);
  return isObject ? { ...exampleInput } : {};
}

/** How one operation is called from a program, and its schemas as files. */
export function ApiOperation({ operation, place }: ApiOperationProps) {
  const addresses = operationAddresses(place.slug, operation.name);
  return (
    <div className="flex flex-col gap-4">
      {!operation.annotations.readOnly && <Notice tone="caution">{t("writes")}</Notice>}
      <PanelTabs
        label={operation.title}
        panels={snippetsOf(place, operation.name, exampleOf(operation)).map((snippet) => ({
          id: snippet.id,
          label: snippet.label,
          content: (
            <div className="flex flex-col gap-2">
              <p className="measure text-muted text-small">
                {snippet.id === "browser" ? t("browserNote") : t("terminalNote", { cookie: place.cookie })}
              </p>
              <CodeBlock code={snippet.code} language={snippet.language} />
            </div>
          ),
        }))}
      />
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <FileLink href={addresses.input} isDownload>
          {t("schemaInput")}
        </FileLink>
        {operation.outputSchema !== null && (
          <FileLink href={addresses.output} isDownload>
            {t("schemaOutput")}
          </FileLink>
        )}
      </p>
    </div>
  );
}
