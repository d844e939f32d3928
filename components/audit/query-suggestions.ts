import {
  type Choices,
  fits,
  openPart,
  type QueryKey,
  queryKeys,
  withoutOpenPart,
} from "#components/audit/query-text.ts";
import { audit } from "#lib/messages/en/audit.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(audit);
const mostShown = 12;

export type Suggestion = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
} & (
  | { readonly kind: "key"; readonly text: string }
  | { readonly kind: "value"; readonly key: QueryKey; readonly value: string; readonly rest: string }
);

/** What may come next where the query ends: keys, or the values of the key that was written. */
export function suggestionsFor(text: string, choices: Choices): readonly Suggestion[] {
  const { key, value } = openPart(text);
  const rest = withoutOpenPart(text);
  if (key === null) {
    return (Object.keys(queryKeys) as QueryKey[])
      .filter((name) => name.startsWith(value.toLowerCase()))
      .map((name) => ({
        kind: "key",
        id: name,
        label: `${name}:`,
        hint: t(`key-${name}`),
        text: `${rest}${name}:`,
      }));
  }
  return (choices[key] ?? [])
    .filter((choice) => fits(`${choice.label} ${choice.value}`, value))
    .slice(0, mostShown)
    .map((choice) => ({
      kind: "value",
      id: choice.value,
      label: choice.label,
      hint: key === "type" ? choice.value : "",
      key,
      value: choice.value,
      rest,
    }));
}
