import type { ReactNode } from "react";
import { TextLink } from "#components/ui/text-link.tsx";

export type PlainItem = { id: string; text: ReactNode; href: string; note?: ReactNode };

/** Short lines that each lead somewhere, for the narrow column. */
export function PlainList({ items }: { items: readonly PlainItem[] }) {
  return (
    <ul className="flex flex-col">
      {items.map((item) => (
        <li key={item.id} className="border-b py-2 wrap-anywhere last:border-b-0">
          <TextLink href={item.href} className="text-text hover:text-accent">
            {item.text}
          </TextLink>
          {item.note && <span className="block text-muted text-small">{item.note}</span>}
        </li>
      ))}
    </ul>
  );
}
