import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";

const looks = {
  info: { icon: Info, box: "bg-accent-soft", ink: "text-accent" },
  caution: { icon: TriangleAlert, box: "bg-caution-soft", ink: "text-caution" },
  danger: { icon: CircleAlert, box: "bg-danger-soft", ink: "text-danger" },
} as const;

type NoticeProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A remark about what stands below or beside it. */
export function Notice({ tone = "info", title, children, action, className }: NoticeProps) {
  const { icon: Icon, box, ink } = looks[tone];
  return (
    <div
      className={cn("flex items-start gap-3 rounded-card p-3", action && "max-md:flex-wrap", box, className)}
    >
      <Icon className={cn("mt-[3px]", ink)} />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        <div>{children}</div>
      </div>
      {action && <div className="shrink-0 max-md:w-full max-md:pl-7">{action}</div>}
    </div>
  );
}
