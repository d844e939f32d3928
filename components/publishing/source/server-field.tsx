import { useId } from "react";
import { ServerVariables } from "#components/publishing/source/server-variables.tsx";
import { t } from "#components/publishing/source/source-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SourceView } from "#lib/publishing/sources/schema.ts";
import { fillServer, readServer } from "#lib/tools/openapi/server-variables.ts";

type ServerFieldProps = {
  source: Pick<SourceView, "servers" | "server">;
  value: string;
  onChange: (value: string) => void;
};
type Server = SourceView["servers"][number];

const other = "other";

function addressOf({ url, template }: Server): string {
  return url ?? template ?? "";
}

/** Which of the servers an address belongs to: it is its own, or made from its template. -1 for any other. */
function serverOf(servers: readonly Server[], value: string): number {
  const exact = servers.findIndex((server) => addressOf(server) === value);
  if (exact >= 0) return exact;
  return servers.findIndex(({ template }) => template !== null && readServer(template, value) !== null);
}

/** Where the operations of a document call: one of its servers with its variables filled in, or another address. */
export function ServerField({ source, value, onChange }: ServerFieldProps) {
  const id = useId();
  const known = source.servers.filter((server) => addressOf(server) !== "");
  const [only] = known;
  // A document with one unfinished address begins with it, so that its variables can be picked at once.
  const at = value === "" && known.length === 1 ? 0 : serverOf(known, value);
  const server = value === "" ? only : known[at];
  const template = at >= 0 ? (server?.template ?? null) : null;
  const unread = source.servers.filter((one) => addressOf(one) === "" && one.written.includes("{"));
  const hint =
    source.server === null
      ? t("serverNone")
      : unread.length > 0
        ? t("serverHint", {
            written: unread
              .slice(0, 3)
              .map(({ written }) => written)
              .join(", "),
          })
        : undefined;
  return (
    <div className="flex flex-col gap-3">
      {known.length > 1 && (
        <Field id={`${id}-known`} label={t("serverOf")}>
          {(control) => (
            <Select
              {...control}
              value={at >= 0 ? String(at) : other}
              onChange={({ target }) => {
                const chosen = known[Number(target.value)];
                onChange(chosen ? addressOf(chosen) : "");
              }}
            >
              {known.map((one, index) => (
                <option key={`${one.written} ${one.description}`} value={String(index)}>
                  {[one.written.includes("{") ? one.written : addressOf(one), one.description]
                    .filter(Boolean)
                    .join(" · ")}
                </option>
              ))}
              <option value={other}>{t("serverOther")}</option>
            </Select>
          )}
        </Field>
      )}
      {template !== null && server && (
        <ServerVariables
          variables={server.variables}
          values={readServer(template, value) ?? {}}
          onChange={(values) => onChange(fillServer(template, values))}
        />
      )}
      <Field id={`${id}-server`} label={t("server")} hint={hint}>
        {(control) => (
          <Input
            {...control}
            type="url"
            mono
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
