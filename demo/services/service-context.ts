import type { Store } from "./store/store.ts";

/** What every service is given at start. */
export type ServiceContext = {
  readonly store: Store;
  /** Day of seeding; all seeded times count from it. */
  readonly day: string;
  /** Moment of seeding. */
  readonly seededAt: string;
  /** The present moment as ISO text. */
  readonly now: () => string;
};
