import { isJsonObject, type JsonObject } from "#lib/tools/json-object.ts";

function textOfBlock(block: JsonObject): string {
  if (block.type === "text" && typeof block.text === "string") return block.text;
  if (block.type === "resource_link")
    return `${String(block.title ?? block.name ?? "")} ${String(block.uri ?? "")}`;
  const resource = isJsonObject(block.resource) ? block.resource : {};
  if (block.type === "resource" && typeof resource.text === "string") return resource.text;
  return `[${String(block.type ?? "content")} ${String(block.mimeType ?? resource.mimeType ?? "")} left out]`;
}

/** The words of a tool's content blocks, without images and sound. */
export function textOfContent(content: unknown): string {
  const blocks = Array.isArray(content) ? content.filter(isJsonObject) : [];
  return blocks.map(textOfBlock).join("\n\n").trim();
}

/** The result as text and its type: structured content first, JSON written as text second, words last. */
export function readMcpResult(result: JsonObject): { readonly text: string; readonly contentType: string } {
  if (result.structuredContent !== undefined) {
    return { text: JSON.stringify(result.structuredContent), contentType: "application/json" };
  }
  const text = textOfContent(result.content);
  if (/^[[{]/.test(text)) {
    try {
      JSON.parse(text);
      return { text, contentType: "application/json" };
    } catch {
      return { text, contentType: "text/plain" };
    }
  }
  return { text, contentType: "text/plain" };
}
