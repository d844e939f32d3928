import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readImage } from "#lib/catalog/docs/image-file.ts";
import { docsPages } from "#lib/catalog/docs/pages.ts";
import { db } from "#lib/db/client.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { currentVersionOf, type SeededTool, wordsOfVersion } from "./tools.ts";

type PlannedFeedback = {
  readonly by: string;
  readonly daysAgo: number;
  readonly page: string;
  /** What was missing; somebody who writes nothing found the page helpful. */
  readonly text?: string;
};

/** The images of the tools' docs, in demo/tools/images. */
export const plannedImages: Readonly<Record<string, readonly string[]>> = {
  "alarm-assistant": ["four-steps.png"],
};

/** What readers said about pages of the docs; all of it about the version of today. */
export const plannedDocsFeedback: Readonly<Record<string, readonly PlannedFeedback[]>> = {
  "alarm-assistant": [
    { by: "dev-malhotra", daysAgo: 5, page: "alarm-assistant" },
    { by: "kofi-asante", daysAgo: 5, page: "alarm-assistant" },
    { by: "mafalda-couto", daysAgo: 4, page: "alarm-assistant" },
    { by: "jack-prosser", daysAgo: 3, page: "the-ticket" },
    {
      by: "kofi-asante",
      daysAgo: 4,
      page: "the-ticket",
      text: "Does the ticket say which customers are affected? I had to run it to find out.",
    },
    {
      by: "owen-birch",
      daysAgo: 2,
      page: "when-something-is-missing",
      text: "What do I tell the customer when the site has no alarm but three people call?",
    },
    { by: "bianca-rolim", daysAgo: 2, page: "when-something-is-missing" },
  ],
  "ticket-desk": [
    { by: "kofi-asante", daysAgo: 29, page: "find-tickets" },
    { by: "mafalda-couto", daysAgo: 25, page: "open-and-change" },
    { by: "bianca-rolim", daysAgo: 18, page: "priorities" },
    {
      by: "jack-prosser",
      daysAgo: 12,
      page: "priorities",
      text: "Is a care home one business or an emergency line?",
    },
    { by: "dev-malhotra", daysAgo: 8, page: "when-the-ticket-service-is-down" },
  ],
  "expense-service": [
    { by: "hannah-greaves", daysAgo: 33, page: "hand-in-a-claim" },
    { by: "owen-birch", daysAgo: 21, page: "who-approves" },
  ],
};

function toolOf(slug: string, tools: readonly SeededTool[]): SeededTool {
  const tool = tools.find((candidate) => candidate.slug === slug);
  if (!tool) throw new Error(`The docs name the tool "${slug}", which does not exist.`);
  return tool;
}

async function seedImages(organisation: SeededOrganisation, tools: readonly SeededTool[]): Promise<void> {
  const folder = join(import.meta.dirname, "../../demo/tools/images");
  for (const [slug, names] of Object.entries(plannedImages)) {
    const tool = toolOf(slug, tools);
    const owner = organisation.person(tool.owner);
    const createdAt = currentVersionOf(tool).publishedAt;
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const facts = readImage(bytes);
      if (!facts) throw new Error(`${name} is no image.`);
      await db().docsImage.create({
        data: {
          id: seedId(`image ${slug} ${name}`, createdAt),
          toolId: tool.toolId,
          name,
          ...facts,
          bytes,
          size: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          createdAt,
          createdById: owner.personId,
          createdBy: owner.name,
          source: "sample",
        },
        select: { id: true },
      });
    }
  }
}

/** Images of docs, and what readers said about their pages. */
export async function seedDocs(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  await seedImages(organisation, tools);
  for (const [slug, planned] of Object.entries(plannedDocsFeedback)) {
    const tool = toolOf(slug, tools);
    const current = currentVersionOf(tool);
    const { docs, name } = wordsOfVersion(tool, current);
    const pages = new Set(docsPages(docs, name).map((page) => page.slug));
    await db().docsFeedback.createMany({
      data: planned.map(({ by, daysAgo, page, text }) => {
        if (!pages.has(page)) throw new Error(`The docs of ${slug} have no page "${page}".`);
        const givenAt = organisation.time.at(daysAgo, "15:20");
        return {
          id: seedId(`docs feedback ${slug} ${page} ${by}`, givenAt),
          toolId: tool.toolId,
          version: current.version,
          section: page,
          personId: organisation.person(by).personId,
          isHelpful: text === undefined,
          text: text ?? "",
          givenAt,
          source: "sample",
        };
      }),
    });
  }
}
