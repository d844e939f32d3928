import { languageWord, t } from "#components/knowledge/knowledge-words.ts";
import { Status } from "#components/ui/status.tsx";
import {
  RowLink,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
} from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { documentHref } from "#lib/knowledge/document-href.ts";
import type { SourceView } from "#lib/knowledge/schema.ts";

/** The documents of a source with who verified each and when. */
export function DocumentTable({ source }: { source: SourceView }) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("documents")}>
        <TableHead>
          <TableHeadCell>{t("colDocument")}</TableHeadCell>
          <TableHeadCell>{t("colVerified")}</TableHeadCell>
          <TableHeadCell>{t("colBy")}</TableHeadCell>
          <TableHeadCell>{t("colLanguage")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {source.documents.map((document) => (
            <TableRow key={document.id}>
              <TableCell phone="first">
                <RowLink
                  href={documentHref({ sourceSlug: source.slug, documentSlug: document.slug })}
                  scroll
                  lang={document.language}
                >
                  {document.title}
                </RowLink>
              </TableCell>
              <TableCell phone="aside" className="max-md:text-muted max-md:text-small">
                {document.verifiedAt ? (
                  <Time value={document.verifiedAt} />
                ) : (
                  <Status tone="caution">{t("neverVerified")}</Status>
                )}
              </TableCell>
              <TableCell className="text-muted">{document.verifiedBy}</TableCell>
              <TableCell phone="hidden" className="text-muted">
                {languageWord(document.language)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
