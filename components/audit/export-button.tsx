"use client";

import { Download } from "lucide-react";
import { exportAddress } from "#components/audit/audit-address.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { AuditFilter, AuditPage } from "#lib/audit/schema.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);

/** A download begins without leaving the page, and the browser shows how it goes. */
function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}

/** Everything that the filter matches as a file; asks first, because taking the trail out is itself an event. */
export function ExportButton({ filter, page }: { filter: AuditFilter; page: AuditPage }) {
  const count = { count: page.total };
  return (
    <ConfirmDialog
      trigger={
        <Button disabled={page.total === 0}>
          <Download />
          {t("export")}
        </Button>
      }
      title={t("exportTitle")}
      consequence={page.hasMore ? t("exportTextMore", count) : t("exportText", count)}
      confirmLabel={t("exportConfirm")}
      onConfirm={async () => download(exportAddress(filter))}
    />
  );
}
