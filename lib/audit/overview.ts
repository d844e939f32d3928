import { z } from "zod";

/** One person who was refused the same thing again and again within one day, counted from noon to noon. */
export const refusalBurstSchema = z.object({
  actor: z.object({ id: z.uuid(), name: z.string() }),
  target: z.object({ id: z.string(), name: z.string() }),
  times: z.number().int(),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  source: z.enum(["live", "sample"]),
});
export type RefusalBurst = z.infer<typeof refusalBurstSchema>;

export const trailOverviewSchema = z.object({
  events: z.number().int(),
  sampleEvents: z.number().int(),
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  /** Calls whose intent is in the trail for more than an hour without an outcome. */
  withoutOutcome: z.number().int(),
  /** Oldest first; `day` is a date in UTC. */
  refusalsByDay: z.array(z.object({ day: z.iso.date(), count: z.number().int() })),
  bursts: z.array(refusalBurstSchema),
});
export type TrailOverview = z.infer<typeof trailOverviewSchema>;
