/** A key to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid min-w-5 place-items-center rounded-chip border border-border-strong bg-surface px-1 font-mono text-muted text-small leading-4.5">
      {children}
    </kbd>
  );
}
