type LockFill = "outline" | "half" | "full";

/** The lock of a data class: its filling, not its colour, tells the classes apart. */
export function LockIcon({ fill }: { fill: LockFill }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className="shrink-0" fill="none">
      <path d="M3.75 5.25V3.5a2.25 2.25 0 0 1 4.5 0v1.75" stroke="currentColor" strokeWidth="1.25" />
      <rect x="2.1" y="5.25" width="7.8" height="5.6" rx="1" stroke="currentColor" strokeWidth="1.25" />
      {fill === "half" && <rect x="2.1" y="8.05" width="7.8" height="2.8" fill="currentColor" />}
      {fill === "full" && <rect x="2.1" y="5.25" width="7.8" height="5.6" rx="1" fill="currentColor" />}
    </svg>
  );
}
