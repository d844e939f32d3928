import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type ErrorStateProps = {
  /** What happened. */
  title: ReactNode;
  /** What to do. */
  children: ReactNode;
  requestId?: string;
  /** Given when the id is not that of a request. */
  idLabel?: string;
  action?: ReactNode;
  /** For a whole page: the title becomes its heading. */
  page?: boolean;
  className?: string;
};

/** What happened, what to do, and the request id to quote. */
export function ErrorState({
  title,
  children,
  requestId,
  idLabel = t("requestId"),
  action,
  page = false,
  className,
}: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn(
        "flex flex-col items-start gap-3",
        !page && "rounded-card border border-danger bg-surface p-4",
        className,
      )}
    >
      {page ? <h1 className="text-page">{title}</h1> : <p className="font-semibold">{title}</p>}
      <div className="max-w-[60ch]">{children}</div>
      {requestId && (
        <p className="flex flex-wrap items-center gap-x-2 text-muted text-small">
          {idLabel}
          <code className="break-all text-code">{requestId}</code>
          <CopyButton text={requestId} label={t("copyId")} />
        </p>
      )}
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
