"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { BeginningCards } from "#components/publishing/new-tool/beginning-cards.tsx";
import { type Beginning, beginningFrom, isKind } from "#components/publishing/new-tool/beginnings.ts";
import { CloneStart } from "#components/publishing/new-tool/clone-start.tsx";
import { FileStart } from "#components/publishing/new-tool/file-start.tsx";
import { NameForm } from "#components/publishing/new-tool/name-form.tsx";
import {
  connectStart,
  makeTool,
  type NewContent,
} from "#components/publishing/new-tool/new-tool-requests.ts";
import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import { TemplateStart } from "#components/publishing/new-tool/template-start.tsx";
import { useNewTool } from "#components/publishing/new-tool/use-new-tool.ts";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { ToolKind } from "#lib/catalog/schema.ts";
import type { Start } from "#lib/publishing/start-from/start.ts";
import type { ToolTemplate } from "#lib/publishing/start-from/template.ts";

const params = { kind: parseAsString, template: parseAsString, clone: parseAsString, for: parseAsString };

const placeOf = (slug: string, kind: ToolKind) =>
  kind === "link" ? `/owner/${slug}/settings` : `/owner/${slug}/operations`;

const capital = (words: string) => words.charAt(0).toLocaleUpperCase("en-GB") + words.slice(1);

type NewToolProps = {
  /** Tools of which one may make a copy. */
  choices: readonly { readonly slug: string; readonly name: string }[];
  templates: readonly ToolTemplate[];
  /** What people looked for and did not find. */
  wanted: string | null;
};

/** How a tool begins: first with what, then under which name. What is typed stays when one goes back. */
export function NewTool({ choices, templates, wanted }: NewToolProps) {
  const [address, setAddress] = useQueryStates(params, { history: "push" });
  const [start, setStart] = useState<Start | null>(null);
  const tool = useNewTool({ name: wanted ? capital(wanted).slice(0, 80) : "", purpose: "" });
  const template = templates.find(({ id }) => id === address.template) ?? null;
  const beginning = template ? "template" : address.clone !== null ? "clone" : beginningFrom(address.kind);

  const choose = (next: Beginning | null) => {
    setStart(null);
    void setAddress({ kind: next, template: null, clone: null });
  };
  const wantedWords = { synonyms: wanted ? [wanted.slice(0, 80)] : [] };
  const make = (kind: ToolKind, content: NewContent) =>
    tool.make(
      async ({ purpose, name, slug }) => {
        const made = await makeTool(
          { name, slug, kind },
          { ...content, words: { ...wantedWords, ...content.words, ...(purpose ? { purpose } : {}) } },
        );
        if (start && !(await connectStart(made.slug, start)))
          showToast({ tone: "danger", title: t("notConnected"), description: t("notConnectedHint") });
        return made;
      },
      (slug) => placeOf(slug, kind),
    );
  const takeStart = (taken: Start) => {
    setStart(taken);
    tool.change({
      name: taken.name,
      slug: taken.slug || null,
      purpose: taken.words.purpose ?? tool.fields.purpose,
    });
  };
  const takeTemplate = (taken: ToolTemplate) => {
    if (tool.fields.purpose === "") tool.change({ purpose: taken.words.purpose });
    void setAddress({ kind: null, template: taken.id, clone: null });
  };

  const wantedNote = wanted && <Notice tone="info">{t("searchedFor", { words: wanted })}</Notice>;
  if (beginning === null) {
    const hrefOf = (way: Beginning) =>
      `/catalog/new?kind=${way}${wanted ? `&for=${encodeURIComponent(wanted)}` : ""}`;
    return (
      <div className="flex flex-col gap-6">
        {wantedNote}
        <BeginningCards hrefOf={hrefOf} onChoose={choose} />
      </div>
    );
  }
  const isNamed = isKind(beginning) || template !== null || start !== null;
  return (
    <section aria-labelledby="new-tool-step" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 id="new-tool-step" className="text-title">
            {isNamed ? t("nameTitle") : t(`${beginning}Name`)}
          </h2>
          <p className="break-words text-muted">
            {isNamed
              ? t("beganFrom", { what: start?.name ?? template?.name ?? t(`${beginning}Name`) })
              : t(`${beginning}What`)}
          </p>
        </div>
        <Button onClick={() => choose(null)}>{t("back")}</Button>
      </div>
      {wantedNote}
      {beginning === "file" && start === null && <FileStart onStart={takeStart} />}
      {beginning === "template" && !template && <TemplateStart templates={templates} onTake={takeTemplate} />}
      {beginning === "clone" && (
        <CloneStart
          choices={choices}
          chosen={address.clone}
          tool={tool}
          onChoose={(slug, name) => {
            void setAddress({ kind: "clone", template: null, clone: slug }, { history: "replace" });
            if (name && tool.fields.name === "") tool.change({ name });
          }}
        />
      )}
      {isKind(beginning) && (
        <NameForm tool={tool} onMake={() => make(beginning, { words: {}, settings: {} })} />
      )}
      {template && (
        <NameForm
          tool={tool}
          onMake={() =>
            make(template.kind, {
              words: { ...template.words, synonyms: [...template.words.synonyms, ...wantedWords.synonyms] },
              settings: template.settings,
              operations: template.operations,
            })
          }
        />
      )}
      {start && (
        <NameForm
          tool={tool}
          onMake={() => make(start.kind, { words: start.words, settings: start.settings })}
        >
          {start.kind === "mcp" && start.security.length > 0 && start.sourceAddress && (
            <p className="flex min-w-0 flex-wrap items-center gap-2">
              <span className="min-w-0 break-all text-code">{start.sourceAddress}</span>
              <CopyButton text={start.sourceAddress} label={t("copyAddress")} withWords />
            </p>
          )}
          {start.notes.length > 0 && (
            <Notice tone="info">
              <ul className="flex list-disc flex-col gap-1 pl-4">
                {start.notes.map((note) => (
                  <li key={note} className="break-words">
                    {note}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </NameForm>
      )}
    </section>
  );
}
