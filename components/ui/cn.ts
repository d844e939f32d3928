import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our type steps and radii are not Tailwind's, so the merge must be told or it takes `text-small` for a colour.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["small", "body", "lead", "title", "page", "passage", "code"],
      radius: ["card", "control", "chip", "full"],
    },
    classGroups: {
      h: ["h-control"],
      size: ["size-control"],
      "min-h": ["min-h-control"],
    },
  },
});

/** Joins class names; of two that set the same thing the later wins. */
export function cn(...values: ClassValue[]): string {
  return merge(clsx(values));
}
