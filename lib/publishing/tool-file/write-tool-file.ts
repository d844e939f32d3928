import { Document } from "yaml";
import type { ToolFile } from "#lib/publishing/tool-file/schema.ts";

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/**
 * A tool as YAML, in the order of its schema, without what is empty. The first line tells editors where the JSON Schema
 * stands, so that they complete and check what is typed.
 */
export function writeToolFile(file: ToolFile, schemaAddress: string): string {
  const filled = Object.fromEntries(Object.entries(file).filter(([, value]) => !isEmpty(value)));
  const document = new Document(filled, { aliasDuplicateObjects: false });
  document.commentBefore = ` yaml-language-server: $schema=${schemaAddress}`;
  return document.toString({ lineWidth: 100, blockQuote: "literal" });
}
