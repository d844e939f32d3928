import { languageWord, t } from "#components/knowledge/knowledge-words.ts";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { Time } from "#components/ui/time.tsx";
import type { OpenDocument } from "#lib/knowledge/schema.ts";

/** One line about a document: who owns it, when it was verified and by whom, which version. */
export function DocumentFacts({ opened: { document, source } }: { opened: OpenDocument }) {
  return (
    <ul className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-small [&>li:not(:last-child)]:after:ml-1.5 [&>li:not(:last-child)]:after:content-['·']">
      <li>{t("ownedBy", { team: source.team })}</li>
      <li>
        {document.verifiedAt ? (
          <>
            {t("verified")} <Time value={document.verifiedAt} />
            {document.verifiedBy && ` ${t("by", { name: document.verifiedBy })}`}
          </>
        ) : (
          t("neverVerified")
        )}
      </li>
      <li>
        {t("changed")} <Time value={document.updatedAt} />
      </li>
      {document.version && <li>{t("version", { version: document.version })}</li>}
      <li>{languageWord(document.language)}</li>
      <li className="inline-flex">
        <DataClassChip value={source.dataClass} />
      </li>
    </ul>
  );
}
