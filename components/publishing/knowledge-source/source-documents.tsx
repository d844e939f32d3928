"use client";

import { useRouter } from "next/navigation";
import { t } from "#components/knowledge/knowledge-words.ts";
import { removeDocument } from "#components/publishing/knowledge-source/manage-requests.ts";
import { showFailure } from "#components/publishing/knowledge-source/show-failure.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { ManagedSource } from "#lib/knowledge/manage-source.ts";

/** The documents of a source, each of which can be taken out. */
export function SourceDocuments({ slug, documents }: Pick<ManagedSource, "slug" | "documents">) {
  const router = useRouter();
  if (documents.length === 0) return <EmptyState>{t("noDocuments")}</EmptyState>;
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("documents")}>
        <TableHead>
          <TableHeadCell>{t("colDocument")}</TableHeadCell>
          <TableHeadCell>{t("colChanged")}</TableHeadCell>
          <TableHeadCell>
            <span className="sr-only">{t("removeDocument")}</span>
          </TableHeadCell>
        </TableHead>
        <TableBody>
          {documents.map(({ slug: document, title, updatedAt }) => (
            <TableRow key={document}>
              <TableCell phone="first" className="wrap-anywhere">
                {title}
              </TableCell>
              <TableCell phone="second" className="text-muted">
                <Time value={updatedAt} />
              </TableCell>
              <TableCell phone="aside" className="text-right">
                <ConfirmDialog
                  danger
                  trigger={
                    <Button size="small" variant="quiet" aria-label={t("removeThis", { title })}>
                      {t("removeDocument")}
                    </Button>
                  }
                  title={t("removeTitle", { title })}
                  consequence={t("removeText")}
                  confirmLabel={t("removeDocument")}
                  pendingLabel={t("removing")}
                  onConfirm={() =>
                    removeDocument(slug, document)
                      .then(() => {
                        showToast({ tone: "positive", title: t("removed", { title }) });
                        router.refresh();
                      })
                      .catch(showFailure)
                  }
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
