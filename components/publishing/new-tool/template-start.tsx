"use client";

import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ToolTemplate } from "#lib/publishing/start-from/template.ts";

type TemplateStartProps = {
  templates: readonly ToolTemplate[];
  onTake: (template: ToolTemplate) => void;
};

/** Finished examples of common tools. */
export function TemplateStart({ templates, onTake }: TemplateStartProps) {
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {templates.map((template) => (
        <li key={template.id} className="flex">
          <Card className="flex w-full flex-col items-start gap-2">
            <p className="text-muted text-small">{t(`${template.kind}Name`)}</p>
            <h3 className="text-lead">{template.name}</h3>
            <p className="grow">{template.summary}</p>
            <Button
              size="small"
              aria-label={`${t("useTemplate")}: ${template.name}`}
              onClick={() => onTake(template)}
            >
              {t("useTemplate")}
            </Button>
          </Card>
        </li>
      ))}
    </ul>
  );
}
