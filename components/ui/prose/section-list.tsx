import { cn } from "#components/ui/cn.ts";
import type { ProseHeading } from "#lib/read-markdown.ts";

type SectionListProps = { headings: readonly ProseHeading[]; label: string; className?: string };

/** The sections of a document as links; two levels deep, left out when there is only one section. */
export function SectionList({ headings, label, className }: SectionListProps) {
  if (headings.length < 2) return null;
  const top = Math.min(...headings.map(({ level }) => level));
  return (
    <nav aria-label={label} className={cn("flex flex-col gap-2 text-small", className)}>
      <p className="font-semibold">{label}</p>
      <ul className="flex flex-col gap-1.5 border-l pl-3">
        {headings
          .filter(({ level }) => level <= top + 1)
          .map((heading) => (
            <li key={heading.id} className={cn(heading.level > top && "pl-3")}>
              <a href={`#${heading.id}`} className="rounded-chip text-muted transition-ui hover:text-text">
                {heading.text}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
