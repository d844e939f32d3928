import { AnswerCell, cellText } from "#components/runs/answer-cell.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import type { AnswerPartOf } from "#lib/models/extractive/schema.ts";

type FieldOf = AnswerPartOf<"fields">["fields"][number];

const longest = 26;
const mostInRows = 6;

function toItem(field: FieldOf) {
  return { key: field.title, value: <AnswerCell value={field.value} column={field} /> };
}

/** Facts about one thing. Many of them stand short ones first, in columns, and long ones below in rows. */
export function AnswerFields({ part }: { part: AnswerPartOf<"fields"> }) {
  const isShort = (field: FieldOf) => cellText(field.value, field).length <= longest;
  const short = part.fields.length > mostInRows ? part.fields.filter(isShort) : [];
  const rest = part.fields.filter((field) => !short.includes(field));
  return (
    <div className="flex min-w-0 flex-col gap-4 rounded-card border bg-surface p-4">
      {part.title && <p className="font-semibold">{part.title}</p>}
      {short.length > 0 && <KeyValueList layout="stack" items={short.map(toItem)} className="gap-y-3" />}
      {rest.length > 0 && <KeyValueList layout="row" items={rest.map(toItem)} />}
    </div>
  );
}
