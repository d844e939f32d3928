import "server-only";

const keptMs = 60_000;
const mostKept = 2000;
// Next loads a module several times per process; what answered is kept once.
const holder = globalThis as typeof globalThis & { weftAnsweredExamples?: Map<string, number> };

function answered(): Map<string, number> {
  holder.weftAnsweredExamples ??= new Map();
  return holder.weftAnsweredExamples;
}

/** Whether this example answered in this process within the last minute. */
export function hasAnswered(key: string): boolean {
  const at = answered().get(key);
  return at !== undefined && performance.now() - at < keptMs;
}

export function rememberAnswer(key: string): void {
  const all = answered();
  all.delete(key);
  all.set(key, performance.now());
  const [oldest] = all.keys();
  if (all.size > mostKept && oldest !== undefined) all.delete(oldest);
}
