import type { OpenOperation } from "#components/publishing/draft/draft-state.ts";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";

/** The operation that the server knows by this name, if it is open in the editor; its key there survives a new name. */
export function openedOf(
  editor: Pick<DraftEditor, "operations">,
  name: string,
): { readonly key: string; readonly entry: OpenOperation } | undefined {
  for (const [key, entry] of editor.operations) {
    if ((entry.base?.name ?? key) === name) return { key, entry };
  }
  return undefined;
}
