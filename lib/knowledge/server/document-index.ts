import "server-only";
import { listen, notify } from "#lib/db/notify.ts";
import { afterCommit } from "#lib/db/transaction.ts";
import { PassageIndex } from "#lib/knowledge/passage-index.ts";
import { allDocuments } from "#lib/knowledge/server/repository.ts";
import { splitDocument } from "#lib/knowledge/split.ts";

export type IndexedDocument = Awaited<ReturnType<typeof allDocuments>>[number];

export type DocumentIndex = {
  readonly passages: PassageIndex;
  readonly documents: ReadonlyMap<string, IndexedDocument>;
};

const channel = "weft_knowledge";

async function build(): Promise<DocumentIndex> {
  const rows = await allDocuments();
  const passages = new PassageIndex();
  for (const row of rows) {
    const language = row.language === "pt" ? "pt" : "en";
    const date = (row.verifiedAt ?? row.updatedAt).toISOString();
    passages.put({ documentId: row.id, title: row.title, date }, splitDocument(row.content, { language }));
  }
  return { passages, documents: new Map(rows.map((row) => [row.id, row])) };
}

type Held = { index: Promise<DocumentIndex> | undefined; isListening: boolean };
const holder = globalThis as typeof globalThis & { weftDocumentIndex?: Held };
holder.weftDocumentIndex ??= { index: undefined, isListening: false };
const held = holder.weftDocumentIndex;

function forget(): void {
  held.index = undefined;
}

/** Full text over all documents, in this process; built at first use and after each change on any replica. */
export async function documentIndex(): Promise<DocumentIndex> {
  if (!held.isListening) {
    held.isListening = true;
    await listen(channel, forget);
  }
  held.index ??= build();
  const mine = held.index;
  try {
    return await mine;
  } catch (error) {
    if (held.index === mine) held.index = undefined;
    throw error;
  }
}

/** Tells every replica, once the change has committed, that documents changed. */
export async function documentsChanged(): Promise<void> {
  await afterCommit(async () => {
    forget();
    await notify(channel, "changed");
  });
}
