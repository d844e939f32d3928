import "server-only";

export type ProcessHealth = {
  readonly uptimeMs: number;
  readonly memoryBytes: number;
  readonly node: string;
};

/** How long this process has run and what it holds in memory. Each replica answers for itself. */
export function processHealth(): ProcessHealth {
  return {
    uptimeMs: process.uptime() * 1000,
    memoryBytes: process.memoryUsage.rss(),
    node: process.version,
  };
}
