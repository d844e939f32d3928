import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

const widths = {
  /** Reading and forms: 720. */
  thread: "max-w-thread",
  /** Most pages: 1,152. */
  content: "max-w-content",
  /** Tables. */
  full: "max-w-none",
} as const;

type PageProps = { children: ReactNode; width?: keyof typeof widths; className?: string };

/** The body of a page: 32 from the edge (16 on a phone), parts 24 apart. */
export function Page({ children, width = "content", className }: PageProps) {
  return (
    <div className="w-full px-8 py-8 max-md:px-4 max-md:py-4">
      <div className={cn("flex flex-col gap-6", widths[width], className)}>{children}</div>
    </div>
  );
}
