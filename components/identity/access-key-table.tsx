"use client";

import { deleteKey } from "#components/identity/access-key-requests.ts";
import { useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import type { AccessKey } from "#lib/identity/access-key.ts";
import { keys as words } from "#lib/messages/en/keys.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(words);

function RevokeButton({ accessKey }: { accessKey: AccessKey }) {
  const { act } = useAct();
  const { id, name } = accessKey;
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" variant="quiet" aria-label={t("revokeNamed", { name })}>
          {t("revoke")}
        </Button>
      }
      title={t("revokeTitle", { name })}
      consequence={t("revokeText")}
      confirmLabel={t("revoke")}
      pendingLabel={t("working")}
      danger
      onConfirm={() => act(() => deleteKey(id), t("revoked", { name }))}
    />
  );
}

/** A person's keys, the newest first. What is shown of a key is its beginning, to tell it from others. */
export function AccessKeyTable({ keys }: { keys: readonly AccessKey[] }) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("title")}>
        <TableHead>
          <TableHeadCell>{t("columnName")}</TableHeadCell>
          <TableHeadCell>{t("columnScopes")}</TableHeadCell>
          <TableHeadCell>{t("columnUsed")}</TableHeadCell>
          <TableHeadCell>{t("columnEnds")}</TableHeadCell>
          <TableHeadCell numeric>{t("columnState")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {keys.map((key) => (
            <TableRow key={key.id}>
              <TableCell phone="first">
                <span className="wrap-anywhere">{key.name}</span>
                <span className="block text-code text-muted">{key.prefix}…</span>
              </TableCell>
              <TableCell phone="second">
                {key.scopes.map((scope) => t(`scope-${scope}`)).join(", ")}
              </TableCell>
              <TableCell phone="second">
                {key.lastUsedAt ? (
                  <Time value={key.lastUsedAt} />
                ) : (
                  <span className="text-muted">{t("neverUsed")}</span>
                )}
              </TableCell>
              <TableCell phone="second">
                <Time value={key.expiresAt} mode="date" />
              </TableCell>
              <TableCell phone="aside" numeric>
                {key.state === "active" ? (
                  <RevokeButton accessKey={key} />
                ) : (
                  <Status tone="neutral">{t(`state-${key.state}`)}</Status>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
