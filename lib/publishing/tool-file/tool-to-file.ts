import type { ToolWords } from "#lib/catalog/schema.ts";
import type { ToolSettings } from "#lib/catalog/tool-settings.ts";
import type { FieldProblem } from "#lib/errors.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { type ToolFile, toolFileSchema, toolFileVersion } from "#lib/publishing/tool-file/schema.ts";

/** A tool as the portal keeps it, published or as a draft, with people as e-mail addresses. */
export type StoredTool = Omit<ToolSettings, "embedOrigins"> & {
  readonly slug: string;
  readonly kind: string;
  /** Left out for a draft. */
  readonly version?: string | undefined;
  readonly owner: ToolFile["owner"];
  readonly embedOrigins: readonly string[];
  readonly successor: string | null;
  readonly words: ToolWords;
  readonly operations: readonly DraftOperation[];
};

function bindingOf(binding: DraftOperation["binding"], sources: ReadonlyMap<string, string>) {
  if (binding.kind !== "knowledge") return binding;
  const { sourceIds, ...rest } = binding;
  const ids = Array.isArray(sourceIds) ? sourceIds.map(String) : [];
  return { ...rest, sources: ids.flatMap((id) => sources.get(id) ?? []) };
}

export type WrittenTool =
  | { readonly file: ToolFile; readonly problems: readonly [] }
  | { readonly file: null; readonly problems: readonly FieldProblem[] };

/**
 * The file of a tool; a draft that is not finished has problems instead. `sources` gives the address of each knowledge
 * source by its id.
 */
export function toolToFile(tool: StoredTool, sources: ReadonlyMap<string, string>): WrittenTool {
  const { useInstead, ...words } = tool.words;
  const parsed = toolFileSchema.safeParse({
    apiVersion: toolFileVersion,
    slug: tool.slug,
    kind: tool.kind,
    version: tool.version,
    owner: tool.owner,
    audience: tool.audience,
    riskTier: tool.riskTier,
    dataClass: tool.dataClass,
    supportChannel: tool.supportChannel,
    serviceLevel: { successShare: tool.sloSuccess ?? undefined, p95Ms: tool.sloP95Ms ?? undefined },
    model: tool.modelAlias ?? undefined,
    link: tool.linkUrl ?? undefined,
    embedOrigins: tool.embedOrigins,
    successor: tool.successor ?? undefined,
    ...words,
    useInstead: useInstead.map(({ text, slug }) => ({ text, tool: slug ?? undefined })),
    // What the other side promised is the portal's to keep: it belongs to a review, not to a file.
    operations: tool.operations.map(({ contract: _contract, ...operation }) => ({
      ...operation,
      binding: bindingOf(operation.binding, sources),
    })),
  });
  if (parsed.success) return { file: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path, message }) => ({
    path: path.map(String).join("."),
    message,
  }));
  return { file: null, problems };
}
