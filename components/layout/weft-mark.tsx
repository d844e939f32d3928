/** The sign of Weft: three warp threads with one weft thread in accent passing over, under and over. */
export function WeftMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className="shrink-0">
      <g stroke="currentColor" strokeWidth="2.5">
        <path d="M4 1v5.5M4 13.5V19" />
        <path d="M10 1v18" />
        <path d="M16 1v5.5M16 13.5V19" />
      </g>
      <path d="M0 10h7.75M12.25 10H20" stroke="var(--accent)" strokeWidth="3.5" />
    </svg>
  );
}
