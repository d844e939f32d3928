import "server-only";
import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job.ts";
import { log } from "#lib/log.ts";
import { type ContractCheck, checkContract } from "#lib/publishing/server/check-contract.ts";
import { contractsOf, contractsToWatch } from "#lib/publishing/server/contract-repository.ts";
import { contractCheckRequest } from "#lib/tools/server/ask-for-contract-check.ts";

/** Sources that are looked at together, so that some that hang do not hold up the others. */
const atOnce = 8;

/**
 * Looks at sources, some at a time. What goes wrong with one is logged and leaves the others alone.
 * @returns what was done, without looks that others were faster with
 */
export async function checkContracts(
  contractIds: readonly string[],
  signal: AbortSignal,
  isAsked = false,
): Promise<ContractCheck[]> {
  const waiting = [...contractIds];
  const done: ContractCheck[] = [];
  const take = async () => {
    for (let id = waiting.shift(); id !== undefined && !signal.aborted; id = waiting.shift()) {
      try {
        const check = await checkContract(id, signal, isAsked);
        if (check) done.push(check);
      } catch (error) {
        if (!signal.aborted) log.error({ err: error, contractId: id }, "a contract could not be checked");
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, contractIds.length) }, take));
  return done;
}

/** Every quarter of an hour: all sources of tools that serve, the one that waits longest first. */
export const watchContracts = defineJob({
  name: "contracts.watch",
  schema: z.object({}),
  everySeconds: 15 * 60,
  retries: 0,
  timeoutSeconds: 14 * 60,
  handler: async (_, { signal }) => {
    await checkContracts(await contractsToWatch(), signal);
  },
});

/** The sources of one tool, soon after somebody called it. */
export const checkToolContracts = defineJob({
  ...contractCheckRequest,
  handler: async ({ toolId }, { signal }) => {
    const contracts = await contractsOf(toolId);
    await checkContracts(
      contracts.map(({ id }) => id),
      signal,
    );
  },
});
