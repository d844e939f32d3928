import "server-only";
import type { z } from "zod";

export type JobContext = {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborted when the job runs out of time or the process stops. */
  readonly signal: AbortSignal;
};

export type JobOptions<Schema extends z.ZodType> = {
  /** `domain.verb-noun`, never changed once used. */
  readonly name: string;
  /** JSON-safe input; checked when queued and again when run, because another version may have queued it. */
  readonly schema: Schema;
  handler(input: z.output<Schema>, context: JobContext): Promise<void>;
  /** Runs it once per slot of this many seconds across all processes, with an empty input. */
  readonly everySeconds?: number;
  /** Tries after the first; 3 unless told. They wait 10 s, 20 s, 40 s and so on. */
  readonly retries?: number;
  /** Longest run of one try; 300 s unless told. */
  readonly timeoutSeconds?: number;
};

export type Job<Schema extends z.ZodType = z.ZodType> = Required<Omit<JobOptions<Schema>, "everySeconds">> &
  Pick<JobOptions<Schema>, "everySeconds">;

/** A kind of background work. It must be safe to run twice: a process may die after the work and before its record. */
export function defineJob<Schema extends z.ZodType>(options: JobOptions<Schema>): Job<Schema> {
  if (options.everySeconds !== undefined && !options.schema.safeParse({}).success) {
    throw new Error(`The periodic job ${options.name} must take an empty input.`);
  }
  return { retries: 3, timeoutSeconds: 300, ...options };
}
