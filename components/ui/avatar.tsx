import { cn } from "#components/ui/cn.ts";

/** First letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return `${[...first][0] ?? ""}${[...last][0] ?? ""}`.toLocaleUpperCase("en-GB");
}

/** A person as initials. Decoration: the name stands beside it or in the label of what holds it. */
export function Avatar({ name, size = "normal" }: { name: string; size?: "normal" | "large" }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-grid shrink-0 place-items-center rounded-full border border-border-strong bg-surface font-semibold text-muted text-small",
        size === "large" ? "size-11" : "size-7",
      )}
    >
      {initials(name)}
    </span>
  );
}
