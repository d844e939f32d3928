import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import {
  type AddDocumentsInput,
  type AddedDocuments,
  mostDocumentBytes,
  mostDocuments,
} from "#lib/knowledge/new-source.ts";
import { addressPart, type FileDocument, readFile } from "#lib/knowledge/read-file.ts";
import { documentsChanged } from "#lib/knowledge/server/document-index.ts";
import { documentSlugs, sourceOfTeam } from "#lib/knowledge/server/made-source-repository.ts";
import { upsertDocument } from "#lib/knowledge/server/repository.ts";
import { storableText } from "#lib/storable.ts";

type Read = { readonly slug: string; readonly document: FileDocument };

function readAll(files: AddDocumentsInput["files"]) {
  const documents = new Map<string, Read>();
  const refused: { name: string; reason: string }[] = [];
  for (const { name, data } of files) {
    const bytes = Buffer.from(data, "base64");
    const read =
      bytes.byteLength > mostDocumentBytes
        ? { refused: "It is larger than 2 MB. Divide it." }
        : readFile(name, bytes);
    if ("refused" in read) refused.push({ name, reason: read.refused });
    else {
      const slug = addressPart(name) || addressPart(read.title) || "document";
      if (documents.has(slug))
        refused.push({ name, reason: "Another file of the same name is among these." });
      else documents.set(slug, { slug, document: read });
    }
  }
  return { documents: [...documents.values()], refused };
}

/**
 * Puts files into a knowledge source that the viewer's team owns; a file takes the place of an earlier one of the same
 * name. All that can be read is kept, and each other file is answered with the reason.
 */
export async function addDocuments(
  viewer: Viewer,
  slug: string,
  { files }: AddDocumentsInput,
): Promise<AddedDocuments> {
  const source = viewer.teamId ? await sourceOfTeam(viewer.teamId, slug) : null;
  if (!source) throw notFound("The source");
  const { documents, refused } = readAll(files);
  return transaction(async () => {
    const before = new Set(await documentSlugs(source.id));
    const fresh = documents.filter((one) => !before.has(one.slug));
    const documentCount = before.size + fresh.length;
    if (documentCount > mostDocuments) {
      throw new AppError("too-large", `A source holds at most ${mostDocuments} documents.`, {
        mend: "Make a second source; a tool can answer from several.",
      });
    }
    const updatedAt = now();
    for (const { slug: address, document } of documents) {
      await upsertDocument({
        id: newId(updatedAt),
        sourceId: source.id,
        slug: address,
        title: storableText(document.title),
        language: document.language,
        version: storableText(document.version),
        content: storableText(document.content),
        // New words have not been verified by anybody.
        verifiedById: null,
        verifiedBy: null,
        verifiedAt: null,
        updatedAt,
      });
    }
    const titles = (list: readonly Read[]) => list.map(({ document }) => document.title);
    const added = titles(fresh);
    const replaced = titles(documents.filter((one) => before.has(one.slug)));
    if (documents.length > 0) {
      await recordEvent({
        type: "source.documents-added",
        actor: { kind: "person", id: viewer.id, name: viewer.name },
        target: { kind: "source", id: source.id, name: source.name },
        domainId: source.domainId,
        details: { count: documents.length, added, replaced },
      });
      await documentsChanged();
    }
    return { added, replaced, refused, documentCount };
  });
}
