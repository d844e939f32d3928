import { type TrustRating, trustComponents } from "#lib/trust/mark.ts";

const width = 28;
const pitch = 5;
const thread = 3;

type TrustThreadsProps = { rating: TrustRating; height?: number };

/** The six threads: how far each is filled is its value; a dashed hairline has no evidence; the line across is a gate. */
export function TrustThreads({ rating, height = 20 }: TrustThreadsProps) {
  const { gate, thin } = rating;
  const gateY = gate && Math.min(height - 0.75, Math.max(0.75, height * (1 - gate.at / 100)));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className="shrink-0"
    >
      {trustComponents.map((name, index) => {
        const value = rating.threads[name];
        const middle = index * pitch + thread / 2;
        if (value === null) {
          return (
            <path
              key={name}
              d={`M${middle} 0V${height}`}
              stroke="var(--border-strong)"
              strokeDasharray="2 2"
              strokeWidth="1"
            />
          );
        }
        const breadth = thin ? 1 : thread;
        const x = middle - breadth / 2;
        const filled = Math.min(1, Math.max(0, value)) * height;
        return (
          <g key={name}>
            <rect x={x} width={breadth} height={height} fill="var(--border)" />
            <rect x={x} width={breadth} y={height - filled} height={filled} fill="currentColor" />
          </g>
        );
      })}
      {typeof gateY === "number" && (
        <path d={`M0 ${gateY}H${width}`} stroke="var(--text)" strokeWidth="1.5" />
      )}
    </svg>
  );
}
