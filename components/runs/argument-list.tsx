import { KeyValueList } from "#components/ui/key-value.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import { labelAt } from "#lib/tools/form/check-draft.ts";
import { titleFromName } from "#lib/tools/title-from-name.ts";

const t = translator(chat);

function shown(value: unknown) {
  if (typeof value === "string") return <span className="whitespace-pre-wrap wrap-anywhere">{value}</span>;
  if (Array.isArray(value) && value.every((entry) => typeof entry === "string")) return value.join(", ");
  if (typeof value === "object" && value !== null) {
    return (
      <pre className="whitespace-pre-wrap text-code wrap-anywhere">{JSON.stringify(value, null, 2)}</pre>
    );
  }
  return <code className="text-code">{String(value)}</code>;
}

type ArgumentListProps = {
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Gives the inputs their titles. */
  readonly schema?: JsonSchema | undefined;
};

/** What goes out with a call, each value exactly as it is stored. */
export function ArgumentList({ arguments: given, schema }: ArgumentListProps) {
  const entries = Object.entries(given);
  if (entries.length === 0) return <p className="text-muted">{t("noArguments")}</p>;
  return (
    <KeyValueList
      layout="row"
      items={entries.map(([key, value]) => ({
        key: schema ? labelAt(schema, given, [key]) : titleFromName(key),
        value: shown(value),
      }))}
    />
  );
}
