import { cva, type VariantProps } from "class-variance-authority";

/** The look of everything pressed: buttons and links that act like one. */
export const buttonStyles = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-semibold text-body transition-ui disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:not-disabled:bg-accent-hover",
        secondary: "border-strong bg-surface text-text hover:not-disabled:bg-sunken",
        quiet: "border-transparent bg-transparent text-text hover:not-disabled:bg-accent-soft",
        danger: "border-danger bg-surface text-danger hover:not-disabled:bg-danger-soft",
      },
      size: {
        control: "h-control px-3",
        small: "h-6 px-2 text-small max-md:h-11 max-md:px-3",
        icon: "size-control p-0",
      },
      wide: { true: "w-full", false: "" },
    },
    defaultVariants: { variant: "secondary", size: "control", wide: false },
  },
);

export type ButtonLook = VariantProps<typeof buttonStyles>;
