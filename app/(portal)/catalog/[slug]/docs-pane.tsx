import { type PaneProps, single } from "#app/(portal)/catalog/[slug]/pane.ts";
import { DocsTab } from "#components/catalog/tool/docs-tab.tsx";
import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { OperationReference, referenceHeadings } from "#components/tools/operations/operation-reference.tsx";
import { referencePage } from "#lib/catalog/docs/address.ts";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import { docsFeedbackSummary, myDocsFeedback } from "#lib/catalog/server/docs-feedback.ts";
import { docsProblems, readDocs } from "#lib/catalog/server/read-docs.ts";
import { docsStanding } from "#lib/trust/server/docs-standing.ts";

export default async function DocsPane({ viewer, tool, query }: PaneProps) {
  const asked = { page: single(query.page), version: single(query.version) };
  const [reading, standing] = await Promise.all([
    readDocs(viewer, tool.slug, asked),
    docsStanding(viewer, tool.slug),
  ]);
  const { version, reference } = reading;
  const page = reference ? referencePage : reading.page?.slug;
  const [given, problems, feedback] = await Promise.all([
    version && page ? myDocsFeedback(viewer, tool.slug, { version, page }) : null,
    tool.canEdit && version ? docsProblems(viewer, tool.slug, version) : [],
    tool.canEdit ? docsFeedbackSummary(viewer, tool.slug) : [],
  ]);
  const canTry = reading.isCurrent && mainActionOf(tool).kind === "try";
  const tryPage = (name: string) => tryHref(tool.slug, name) ?? toolHref(tool.slug, "try");
  return (
    <DocsTab
      tool={tool}
      reading={reading}
      standing={standing}
      find={single(query.find)?.slice(0, 200) ?? null}
      given={given}
      notes={tool.canEdit ? { problems, feedback } : null}
      reference={
        reference && {
          headings: referenceHeadings(reference),
          content: (
            <OperationReference
              operations={reference}
              version={version ?? ""}
              tryHref={canTry ? tryPage : null}
            />
          ),
        }
      }
    />
  );
}
