export * from "#lib/catalog/operation.ts";
