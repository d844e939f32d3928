"use client";

import { useState, useSyncExternalStore } from "react";
import { type FollowedRun, RunFollower } from "#components/runs/run-follower.ts";
import type { RunState } from "#lib/runs/fold-events.ts";

/** Follows a run while the view is mounted. Key the view by the run's id. */
export function useRun(runId: string, known?: RunState): FollowedRun {
  const [follower] = useState(() => new RunFollower(runId, known));
  return useSyncExternalStore(follower.subscribe, follower.snapshot, follower.snapshot);
}
