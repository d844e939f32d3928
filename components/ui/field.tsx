import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** What the control must carry so that label, hint and error belong to it. */
export type FieldControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
  className?: string;
  /** Receives the props to spread on the control. */
  children: (control: FieldControlProps) => ReactNode;
};

/** Label above, hint below it, the control, then the error. */
export function Field({ id, label, hint, error, required, hideLabel, className, children }: FieldProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={cn("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className={cn("font-semibold", hideLabel && "sr-only")}>
        {label}
        {required && <span className="font-normal text-muted"> ({t("required")})</span>}
      </label>
      {hint && (
        <p id={hintId} className="text-muted text-small">
          {hint}
        </p>
      )}
      {children({
        id,
        "aria-describedby": describedBy,
        "aria-invalid": error ? true : undefined,
        "aria-required": required || undefined,
      })}
      {error && (
        <p id={errorId} className="text-danger text-small">
          {error}
        </p>
      )}
    </div>
  );
}
