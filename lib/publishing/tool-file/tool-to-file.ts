import type { OperationBinding, OperationDefinition } from "#lib/catalog/operation.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { type ToolFile, toolFileSchema, toolFileVersion } from "#lib/publishing/tool-file/schema.ts";

/** A tool as the portal keeps it, with people as e-mail addresses. */
export type StoredTool = {
  readonly slug: string;
  readonly kind: string;
  readonly version: string;
  readonly owner: ToolFile["owner"];
  readonly audience: string;
  readonly riskTier: string;
  readonly dataClass: string;
  readonly supportChannel: string;
  readonly sloSuccess: number | null;
  readonly sloP95Ms: number | null;
  readonly modelAlias: string | null;
  readonly linkUrl: string | null;
  readonly successor: string | null;
  readonly words: ToolWords;
  readonly operations: readonly (OperationDefinition & { readonly exampleRequests: readonly string[] })[];
};

function bindingOf(binding: OperationBinding, sources: ReadonlyMap<string, string>) {
  if (binding.kind !== "knowledge") return binding;
  const { sourceIds, ...rest } = binding;
  return { ...rest, sources: sourceIds.flatMap((id) => sources.get(id) ?? []) };
}

/** The file of a tool. `sources` gives the address of each knowledge source by its id. */
export function toolToFile(tool: StoredTool, sources: ReadonlyMap<string, string>): ToolFile {
  const { useInstead, ...words } = tool.words;
  return toolFileSchema.parse({
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
    successor: tool.successor ?? undefined,
    ...words,
    useInstead: useInstead.map(({ text, slug }) => ({ text, tool: slug ?? undefined })),
    operations: tool.operations.map((operation) => ({
      ...operation,
      binding: bindingOf(operation.binding, sources),
    })),
  });
}
