import { Badge } from "#components/ui/badge.tsx";
import type { OperationAnnotations } from "#lib/catalog/operation.ts";
import { operations } from "#lib/messages/en/operations.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(operations);

/** What an operation does to the world, in words. */
export function OperationMarks({ annotations }: { annotations: OperationAnnotations }) {
  if (annotations.readOnly) return <Badge tone="outline">{t("readsOnly")}</Badge>;
  return annotations.destructive ? (
    <Badge tone="danger">{t("destroys")}</Badge>
  ) : (
    <Badge tone="caution">{t("changes")}</Badge>
  );
}
