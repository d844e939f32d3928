export type Day<Item> = { readonly day: string; readonly items: readonly Item[] };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, as YYYY-MM-DD. */
export function dayOf(at: number, timeZone: string | undefined): string {
  let format = formats.get(timeZone ?? "");
  if (!format) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-CA", { ...parts, timeZone });
    formats.set(timeZone ?? "", format);
  }
  return format.format(at);
}

/** Things in the order in which they come, under the day of each; `timeZone` is that of the machine unless told. */
export function groupByDay<Item extends { readonly createdAt: string }>(
  items: readonly Item[],
  timeZone: string | undefined,
): Day<Item>[] {
  const days: { day: string; items: Item[] }[] = [];
  for (const item of items) {
    const day = dayOf(Date.parse(item.createdAt), timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
