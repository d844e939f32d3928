import type { ReactNode } from "react";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";

type PageHeaderProps = {
  title: ReactNode;
  /** One or two sentences, or a line of facts. */
  description?: ReactNode;
  breadcrumb?: readonly { label: string; href?: string }[];
  /** Buttons right of the title, below it on a phone; at most one primary. */
  actions?: ReactNode;
};

/** The head of a page: its one serif title. */
export function PageHeader({ title, description, breadcrumb, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-2">
      {breadcrumb && <Breadcrumb items={breadcrumb} />}
      <div className="flex items-start justify-between gap-x-6 gap-y-3 max-md:flex-col">
        <div className="flex min-w-0 flex-col gap-1">
          <h1 className="text-page wrap-anywhere">{title}</h1>
          {description && <div className="measure text-muted">{description}</div>}
        </div>
        {actions && <div className="flex shrink-0 flex-wrap gap-2 md:pt-0.5">{actions}</div>}
      </div>
    </header>
  );
}
