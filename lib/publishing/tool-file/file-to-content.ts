import { canonicalJson } from "#lib/canonical-json.ts";
import type { DraftContent, DraftOperation, DraftSettings } from "#lib/publishing/draft-content.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";
import type { OperationInFile, ToolFile } from "#lib/publishing/tool-file/schema.ts";

function wordsOf(file: ToolFile): DraftWords {
  return {
    name: file.name,
    purpose: file.purpose,
    whenToUse: file.whenToUse,
    whenNotToUse: file.whenNotToUse,
    useInstead: file.useInstead.map(({ text, tool }) => ({ text, slug: tool ?? null })),
    examples: file.examples,
    tags: file.tags,
    synonyms: file.synonyms,
    knownIssues: file.knownIssues,
    limits: file.limits,
    docs: file.docs,
  };
}

function settingsOf(file: ToolFile): DraftSettings {
  return {
    audience: file.audience,
    riskTier: file.riskTier,
    dataClass: file.dataClass,
    modelAlias: file.model ?? null,
    supportChannel: file.supportChannel,
    sloSuccess: file.serviceLevel.successShare ?? null,
    sloP95Ms: file.serviceLevel.p95Ms ?? null,
    linkUrl: file.link ?? null,
    embedOrigins: file.embedOrigins,
  };
}

function bindingOf(
  binding: OperationInFile["binding"],
  sourceIds: ReadonlyMap<string, string>,
): DraftOperation["binding"] {
  if (binding.kind !== "knowledge") return { ...binding };
  const { sources, ...rest } = binding;
  return { ...rest, sourceIds: sources.map((slug) => sourceIds.get(slug) ?? slug) };
}

/** What an operation calls on the other side, by which one knows whether a reviewed definition is still its own. */
function otherSideOf({ kind, ...binding }: DraftOperation["binding"]): string {
  const { serverUrl, method, path, toolName, definitionHash } = binding;
  return canonicalJson({ kind, serverUrl, method, path, toolName, definitionHash });
}

/**
 * What a file says of a tool, as a draft holds it. A file does not carry what the other side of an operation promised
 * when it was reviewed, so an operation that still calls the same keeps that of `current`. `sourceIds` gives the id of
 * each knowledge source by its address.
 */
export function contentOfFile(
  file: ToolFile,
  current: readonly DraftOperation[],
  sourceIds: ReadonlyMap<string, string>,
): DraftContent {
  const known = new Map(current.map((operation) => [operation.name, operation]));
  const operations = file.operations.map(({ binding: inFile, ...operation }): DraftOperation => {
    const binding = bindingOf(inFile, sourceIds);
    const before = known.get(operation.name);
    const isSame = before?.contract !== undefined && otherSideOf(before.binding) === otherSideOf(binding);
    return { ...operation, binding, ...(isSame ? { contract: before.contract } : {}) };
  });
  return { words: wordsOf(file), settings: settingsOf(file), operations };
}

/** Addresses of the knowledge sources that a file names, each with where. */
export function sourcesInFile(file: ToolFile): readonly { readonly slug: string; readonly path: string }[] {
  return file.operations.flatMap(({ binding }, operation) =>
    binding.kind === "knowledge"
      ? binding.sources.map((slug, at) => ({ slug, path: `operations.${operation}.binding.sources.${at}` }))
      : [],
  );
}

/** Names of the secrets that a file's operations need. */
export function secretsInFile(file: ToolFile): readonly string[] {
  const names = file.operations.flatMap(({ binding }) =>
    "security" in binding ? binding.security.map(({ secretName }) => secretName) : [],
  );
  return [...new Set(names)].sort();
}
