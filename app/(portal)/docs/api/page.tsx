import type { Metadata } from "next";
import { openApiDocument } from "#app/api/openapi.json/document.ts";
import { routeDefinitions } from "#app/api/route-definitions.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

export const metadata: Metadata = { title: "API reference" };

type Operation = {
  summary: string;
  operationId: string;
  tags: string[];
  "x-weft-permission"?: string;
  parameters: {
    name: string;
    in: string;
    required: boolean;
    schema: { type?: string; description?: string };
  }[];
  requestBody?: { content: { "application/json": { schema: unknown } } };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
};

type Field = { readonly name: string; readonly type: string; readonly isRequired: boolean };
type Schema = {
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
};

function typeOf(schema: Schema): string {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return [...new Set(branches.map(typeOf))].join(" or ");
  if (schema.type === "array") return `list of ${schema.items ? typeOf(schema.items) : "values"}`;
  return [schema.type ?? "any", schema.format].flat().filter(Boolean).join(", ");
}

/** The first level of a schema; the whole of it stands in the document. */
function fieldsOf(schema: unknown): Field[] {
  const { properties = {}, required = [], oneOf, anyOf } = schema as Schema;
  const own = Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeOf(property),
    isRequired: required.includes(name),
  }));
  return own.length > 0 ? own : (oneOf ?? anyOf ?? []).flatMap(fieldsOf);
}

function FieldList({ title, fields }: { title: string; fields: readonly Field[] }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="font-semibold text-small">{title}</p>
      {fields.length === 0 && <p className="text-muted text-small">No fields of its own.</p>}
      <ul className="flex flex-col gap-1">
        {fields.map((field) => (
          <li key={`${field.name} ${field.type}`} className="flex flex-wrap items-baseline gap-2">
            <code className="text-code">{field.name}</code>
            <span className="text-muted text-small">
              {field.type}
              {field.isRequired ? ", required" : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function OperationEntry({ method, path, operation }: { method: string; path: string; operation: Operation }) {
  const [status, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? [];
  const [mediaType, media] = Object.entries(answer?.content ?? {})[0] ?? [];
  return (
    <li id={operation.operationId}>
      <Disclosure
        framed
        summary={
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <code className="text-code font-semibold">{method.toUpperCase()}</code>
            <code className="text-code break-all">{path}</code>
            <span className="text-muted">{operation.summary}</span>
          </span>
        }
      >
        <div className="flex flex-col gap-4 pt-2">
          <p className="text-small text-muted">
            {operation["x-weft-permission"]
              ? `Needs the permission ${operation["x-weft-permission"]}.`
              : "Open to everyone."}
          </p>
          {operation.parameters.length > 0 && (
            <ul className="flex flex-col gap-1">
              {operation.parameters.map((parameter) => (
                <li key={`${parameter.in}-${parameter.name}`} className="flex flex-wrap items-baseline gap-2">
                  <code className="text-code">{parameter.name}</code>
                  <span className="text-small text-muted">
                    {parameter.in}
                    {parameter.schema.type ? `, ${parameter.schema.type}` : ""}
                    {parameter.required ? ", required" : ""}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {operation.requestBody && (
            <FieldList
              title="Body"
              fields={fieldsOf(operation.requestBody.content["application/json"].schema)}
            />
          )}
          {media && <FieldList title={`Answer ${status}, ${mediaType}`} fields={fieldsOf(media.schema)} />}
        </div>
      </Disclosure>
    </li>
  );
}

export default async function ApiReferencePage() {
  await requireViewer();
  const document = openApiDocument(await routeDefinitions()) as {
    info: { description: string };
    paths: Record<string, Record<string, Operation>>;
  };
  const entries = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(entries.map(({ operation }) => operation.tags[0] ?? "api"))].sort();
  return (
    <Page>
      <PageHeader title="API reference" description={document.info.description} />
      <p>
        The same as a document for your tools: <TextLink href="/api/openapi.json">/api/openapi.json</TextLink>{" "}
        (OpenAPI 3.1). Errors have one form: <code className="text-code">error.code</code>, a message, what to
        do, the fields that are wrong and the request id.
      </p>
      {tags.map((tag) => {
        const list = entries.filter(({ operation }) => operation.tags[0] === tag);
        return (
          <Section key={tag} title={tag} actions={<Badge tone="outline">{list.length}</Badge>}>
            <ul className="flex flex-col gap-2">
              {list.map((entry) => (
                <OperationEntry key={`${entry.method} ${entry.path}`} {...entry} />
              ))}
            </ul>
          </Section>
        );
      })}
    </Page>
  );
}
