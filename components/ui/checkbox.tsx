import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "#components/ui/cn.ts";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  /** Words beside the box; without them give `aria-label`. */
  label?: ReactNode;
  hint?: ReactNode;
};

/** A yes or no that takes effect when the form is sent. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const box = (
    <span className="relative mt-[3px] inline-grid size-4 shrink-0 place-items-center">
      <input
        {...rest}
        id={id}
        type="checkbox"
        className="peer size-4 appearance-none rounded-chip border border-border-strong bg-surface transition-ui checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-danger"
      />
      <Check className="pointer-events-none absolute size-3 text-on-accent opacity-0 [stroke-width:3] peer-checked:opacity-100" />
    </span>
  );
  if (!label) return box;
  return (
    <label htmlFor={id} className={cn("flex items-start gap-2 max-md:min-h-11 max-md:py-2.5", className)}>
      {box}
      <span>
        {label}
        {hint && <span className="block text-small text-muted">{hint}</span>}
      </span>
    </label>
  );
}
