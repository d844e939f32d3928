import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { documentSets } from "#demo/company/documents-plan.ts";
import { teamBySlug } from "#demo/company/organisation.ts";
import { toolDocumentSets } from "#demo/tools/own-documents.ts";
import { db } from "#lib/db/client.ts";
import { readFrontMatter } from "#lib/knowledge/front-matter.ts";
import { portalOpenedDaysAgo, type SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import type { SeedTime } from "./seed-time.ts";

const documentsFolder = join(import.meta.dirname, "../../demo/documents");
const toolsFolder = join(import.meta.dirname, "../../demo/tools");

const everySet = [
  ...documentSets.map((set) => ({ ...set, folder: documentsFolder })),
  ...toolDocumentSets.map((set) => ({ ...set, folder: toolsFolder })),
];

/** The id of the knowledge source that a set of documents becomes. */
export function sourceId(setId: string, time: SeedTime): string {
  if (!everySet.some(({ id }) => id === setId)) throw new Error(`There is no set of documents "${setId}".`);
  return seedId(`source ${setId}`, time.at(portalOpenedDaysAgo - 3, "10:00"));
}

/** The sets of documents as knowledge sources, each document whole with its front matter. */
export async function seedKnowledge(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  await db().knowledgeSource.createMany({
    data: everySet.map(({ id, title, ownerTeam, dataClass, documents }) => ({
      id: sourceId(id, time),
      slug: id,
      name: title,
      description: documents.map((document) => document.title).join(", "),
      domainId: organisation.domainId(teamBySlug(ownerTeam).domain),
      teamId: organisation.teamId(ownerTeam),
      dataClass,
    })),
  });
  await db().document.createMany({
    data: everySet.flatMap((set) =>
      set.documents.map((document) => {
        const content = readFileSync(join(set.folder, document.path), "utf8");
        const verifier = organisation.person(document.verifiedBy);
        const verifiedAt = time.at(document.verifiedDaysAgo, "11:15");
        return {
          id: seedId(`document ${document.path}`, time.at(portalOpenedDaysAgo - 3, "10:00")),
          sourceId: sourceId(set.id, time),
          slug: basename(document.path, ".md"),
          title: document.title,
          language: document.language,
          version: readFrontMatter(content).fields.version ?? "",
          content,
          verifiedById: verifier.personId,
          verifiedBy: verifier.name,
          verifiedAt,
          updatedAt: verifiedAt,
        };
      }),
    ),
  });
}
