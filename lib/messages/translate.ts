/** One text with a form for one thing and a form for any other number; the number is the value `count`. */
export type PluralMessage = { one: string; other: string };
export type Catalogue = Record<string, string | PluralMessage>;

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<M> = M extends string ? Names<M> : M extends PluralMessage ? Names<M["other"]> | "count" : never;
type Arguments<M> = [Values<M>] extends [never] ? [] : [values: Record<Values<M>, string | number>];

export const locale = "en-GB";
const plural = new Intl.PluralRules(locale);
const number = new Intl.NumberFormat(locale);

const show = (value: string | number | undefined) =>
  typeof value === "number" ? number.format(value) : (value ?? "");

/**
 * Makes the `t` of one area of the product from its catalogue in lib/messages/en.
 * Numbers are grouped (1,204); a missing value or an unknown key is a type error.
 */
export function translator<const C extends Catalogue>(catalogue: C) {
  return <K extends keyof C & string>(key: K, ...[values]: Arguments<C[K]>): string => {
    const message: string | PluralMessage = catalogue[key] as string | PluralMessage;
    const given: Record<string, string | number> = values ?? {};
    const text =
      typeof message === "string"
        ? message
        : plural.select(Number(given.count)) === "one"
          ? message.one
          : message.other;
    return text.replace(/\{(\w+)\}/g, (_, name: string) => show(given[name]));
  };
}
