import type { ComponentProps, ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode; hint?: ReactNode };

/** On or off, at once. For something that is saved later use a checkbox. */
export function Switch({ label, hint, className, ...rest }: SwitchProps) {
  return (
    <label className={cn("flex items-start justify-between gap-4 max-md:min-h-11", className)}>
      <span>
        {label}
        {hint && <span className="block text-small text-muted">{hint}</span>}
      </span>
      <span className="relative mt-px inline-block h-5 w-9 shrink-0">
        <input
          {...rest}
          type="checkbox"
          role="switch"
          aria-checked={rest.checked}
          className="peer h-5 w-9 appearance-none rounded-full border border-border-strong bg-sunken transition-ui checked:border-accent checked:bg-accent disabled:opacity-50"
        />
        <span className="pointer-events-none absolute top-[3px] left-[3px] size-3.5 rounded-full bg-border-strong peer-checked:left-[19px] peer-checked:bg-on-accent" />
      </span>
    </label>
  );
}
