import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  name: string;
  legend: ReactNode;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  hideLegend?: boolean;
  /** Side by side where there is room. */
  inline?: boolean;
  error?: ReactNode;
  className?: string;
};

/** One choice out of a few, all of them in view. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, legend, options, value, defaultValue, onValueChange, hideLegend, inline, error, className } =
    props;
  return (
    <fieldset
      className={cn("flex min-w-0 flex-col gap-2 max-md:gap-0", inline && "md:flex-row md:gap-4", className)}
    >
      <legend className={cn("pb-1 font-semibold", hideLegend && "sr-only")}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2 max-md:min-h-11 max-md:py-2.5">
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            checked={value === undefined ? undefined : value === option.value}
            defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
            onChange={onValueChange && (() => onValueChange(option.value))}
            className="mt-[3px] size-4 shrink-0 appearance-none rounded-full border border-border-strong bg-surface transition-ui checked:border-5 checked:border-accent disabled:opacity-50"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-small text-muted">{option.hint}</span>}
          </span>
        </label>
      ))}
      {error && <p className="text-danger text-small">{error}</p>}
    </fieldset>
  );
}
