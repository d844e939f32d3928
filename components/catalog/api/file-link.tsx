import { Download } from "lucide-react";
import type { ReactNode } from "react";

type FileLinkProps = { href: string; isDownload?: boolean; children: ReactNode };

/** A plain link: what it leads to is data, not a page that the router could show. */
export function FileLink({ href, isDownload = false, children }: FileLinkProps) {
  return (
    <a
      href={href}
      download={isDownload || undefined}
      className="inline-flex items-center gap-1.5 rounded-chip text-accent underline decoration-1 underline-offset-3 transition-ui hover:text-accent-hover"
    >
      {isDownload && <Download />}
      {children}
    </a>
  );
}
