"use client";

import { useMemo } from "react";
import { ResultShapeView } from "#components/tools/result/result-shape-view.tsx";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { operations } from "#lib/messages/en/operations.ts";
import { formatBytes } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ToolResult } from "#lib/tools/outcome.ts";
import { resultShape } from "#lib/tools/result-shape.ts";

const t = translator(operations);

type ResultViewProps = { result: ToolResult; outputSchema: JsonSchema | null };

/** What a tool answered: as table or fields first, as JSON second; text as it came. */
export function ResultView({ result, outputSchema }: ResultViewProps) {
  const { content, truncated, bytes } = result;
  const shape = useMemo(() => resultShape(content, outputSchema), [content, outputSchema]);
  const isText = typeof content === "string";
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {truncated && <Notice tone="caution">{t("cut", { size: formatBytes(bytes) })}</Notice>}
      {isText && truncated ? (
        <pre className="max-h-120 overflow-auto whitespace-pre-wrap rounded-control border bg-sunken p-3 text-code wrap-anywhere">
          {content}
        </pre>
      ) : isText || shape.kind === "nothing" || shape.kind === "json" ? (
        <ResultShapeView shape={shape} label={t("result")} />
      ) : (
        <PanelTabs
          label={t("result")}
          panels={[
            {
              id: "result",
              label: t("result"),
              content: <ResultShapeView shape={shape} label={t("result")} />,
            },
            {
              id: "json",
              label: t("json"),
              content: <JsonView value={content as JsonValue} label={t("json")} />,
            },
          ]}
        />
      )}
    </div>
  );
}
