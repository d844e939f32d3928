/** The look that input, textarea, select and combobox share. */
export const controlStyles =
  "w-full rounded-control border border-border-strong bg-surface px-3 text-body text-text transition-ui placeholder:text-faint disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint aria-invalid:border-danger";
