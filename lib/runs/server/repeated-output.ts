import "server-only";

/** Bytes of one step's output that the whole answer repeats; the step's own call holds all of it. */
const largestRepeated = 64_000;

/** A step's output as the agent's answer repeats it: a large one is named by its size. */
export function repeated(value: unknown): unknown {
  const bytes = Buffer.byteLength(JSON.stringify(value ?? null));
  return bytes > largestRepeated ? `[${bytes} bytes: see the step's own result]` : value;
}
