import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";

type SearchInputProps = Omit<ComponentProps<"input">, "type" | "size"> & {
  /** `large` is the 48-px field of Home and the catalog. */
  size?: "control" | "large";
};

/** A search field; the key `/` moves the focus to the first one of a page. */
export function SearchInput({ size = "control", className, ...rest }: SearchInputProps) {
  return (
    <span className={cn("relative block", className)}>
      <Search className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
      <Input
        autoComplete="off"
        enterKeyHint="search"
        {...rest}
        type="search"
        data-page-search=""
        className={cn("pl-9", size === "large" && "h-12 pl-10 text-lead font-normal")}
      />
    </span>
  );
}
