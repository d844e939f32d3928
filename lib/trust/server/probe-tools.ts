import "server-only";
import { z } from "zod";
import { currentSource, now } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";
import { processEgress } from "#lib/http/egress-of-process.ts";
import { defineJob } from "#lib/jobs/define-job.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";
import { dayMs } from "#lib/trust/bounds.ts";
import { askAddress, type ProbeAddress, type ProbeAnswer } from "#lib/trust/server/ask-address.ts";
import {
  deleteProbesBefore,
  insertProbes,
  type ProbedRow,
  sourcesWithDocuments,
  toolsToProbe,
} from "#lib/trust/server/probe-repository.ts";

const atOnce = 8;
const keptDays = 120;

/** What a probe looks at in a binding; the rest of it is the business of those who carry it out. */
const partSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["http", "mcp"]), serverUrl: z.url() }),
  z.object({ kind: z.literal("knowledge"), sourceIds: z.array(z.string()) }),
  z.object({ kind: z.literal("prompt") }),
  z.object({ kind: z.literal("agent"), steps: z.array(z.object({ tool: z.string() })) }),
  z.object({ kind: z.literal("agent-loop"), tools: z.array(z.object({ tool: z.string() })) }),
]);
type Part = z.infer<typeof partSchema>;

const keyOf = ({ kind, url }: ProbeAddress) => `${kind} ${url}`;

function partsOf(tool: ProbedRow): Part[] {
  return tool.bindings.flatMap((binding) => partSchema.safeParse(binding).data ?? []);
}

/** The work of many, some at a time. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const take = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
}

/** Asks each address once, however many tools stand behind it. */
async function askAll(parts: readonly Part[], signal: AbortSignal): Promise<Map<string, ProbeAnswer>> {
  const addresses = new Map<string, ProbeAddress>();
  for (const part of parts) {
    if (part.kind !== "http" && part.kind !== "mcp") continue;
    const address = { kind: part.kind, url: part.serverUrl };
    addresses.set(keyOf(address), address);
  }
  const answers = new Map<string, ProbeAnswer>();
  await inTurns([...addresses.entries()], async ([key, address]) => {
    answers.set(key, await askAddress(address, processEgress(), signal));
  });
  return answers;
}

const works: ProbeAnswer = { outcome: "succeeded", durationMs: 0, error: null };
const fails = (error: string): ProbeAnswer => ({ outcome: "failed", durationMs: 0, error });

/** The first answer that is no success, else the slowest. */
function together(answers: readonly (ProbeAnswer | null)[]): ProbeAnswer | null {
  const known = answers.filter((answer) => answer !== null);
  const bad = known.find(({ outcome }) => outcome !== "succeeded");
  return bad ?? known.toSorted((a, b) => b.durationMs - a.durationMs)[0] ?? null;
}

/**
 * Whether each tool answers, by slug; null for one of which nothing can be said. A tool of steps answers when the tools
 * of its steps do. A missing model is a lack of the installation and says nothing about the tools that need one.
 */
async function answersOf(
  tools: readonly ProbedRow[],
  signal: AbortSignal,
): Promise<Map<string, ProbeAnswer | null>> {
  const parts = new Map(tools.map((tool) => [tool.slug, partsOf(tool)]));
  const all = [...parts.values()].flat();
  const sourceIds = all.flatMap((part) => (part.kind === "knowledge" ? part.sourceIds : []));
  const [asked, filled, hasModel] = await Promise.all([
    askAll(all, signal),
    sourcesWithDocuments([...new Set(sourceIds)]),
    hasGenerativeModel(),
  ]);
  const known = new Map<string, ProbeAnswer | null>();
  const answerOf = (slug: string, above: readonly string[]): ProbeAnswer | null => {
    if (known.has(slug) || above.includes(slug)) return known.get(slug) ?? null;
    const own = parts.get(slug);
    if (!own) return fails(`The tool ${slug} of one of its steps cannot be called.`);
    const answer = together(
      own.map((part): ProbeAnswer | null => {
        switch (part.kind) {
          case "knowledge":
            return part.sourceIds.every((id) => filled.has(id))
              ? works
              : fails("A source that it answers from holds no document.");
          case "prompt":
            return hasModel ? works : null;
          case "agent":
            return together(part.steps.map((step) => answerOf(step.tool, [...above, slug])));
          case "agent-loop":
            return hasModel ? together(part.tools.map(({ tool }) => answerOf(tool, [...above, slug]))) : null;
          default:
            return asked.get(keyOf({ kind: part.kind, url: part.serverUrl })) ?? null;
        }
      }),
    );
    known.set(slug, answer);
    return answer;
  };
  return new Map(tools.map(({ slug }) => [slug, answerOf(slug, [])]));
}

/** Writes down whether a tool answered. */
export async function recordProbe(toolId: string, answer: ProbeAnswer): Promise<void> {
  await recordProbes([{ toolId, answer }]);
}

async function recordProbes(probes: readonly { toolId: string; answer: ProbeAnswer }[]): Promise<void> {
  const occurredAt = now();
  const source = currentSource();
  await insertProbes(
    probes.map(({ toolId, answer }) => ({ id: newId(occurredAt), toolId, occurredAt, source, ...answer })),
  );
}

/**
 * Asks every tool, at the level of its protocol, whether it answers at all; no operation is called.
 * @returns how many probes were kept
 */
export async function probeTools(signal: AbortSignal = new AbortController().signal): Promise<number> {
  const tools = await toolsToProbe();
  const answers = await answersOf(tools, signal);
  const probes = tools.flatMap(({ tool_id: toolId, slug }) => {
    const answer = answers.get(slug);
    return answer ? [{ toolId, answer }] : [];
  });
  await recordProbes(probes);
  await deleteProbesBefore(new Date(now().getTime() - keptDays * dayMs));
  return probes.length;
}

/** Each hour, so that 28 days hold enough of them to judge a promise of 99 %. */
export const probeEveryHour = defineJob({
  name: "trust.probe-tools",
  schema: z.object({}),
  everySeconds: 60 * 60,
  retries: 0,
  timeoutSeconds: 1800,
  handler: async (_, { signal }) => {
    await probeTools(signal);
  },
});
