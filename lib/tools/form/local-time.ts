const pad = (value: number, digits = 2) => String(value).padStart(digits, "0");

/** A moment as a `datetime-local` control writes it in the browser's time zone; undefined when it is none. */
export function toLocalInput(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/i.test(value)) return undefined;
  const moment = new Date(value);
  if (Number.isNaN(moment.getTime())) return undefined;
  const date = `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
  const seconds = moment.getSeconds() > 0 ? `:${pad(moment.getSeconds())}` : "";
  return `${date}T${pad(moment.getHours())}:${pad(moment.getMinutes())}${seconds}`;
}

/** What stands in a `datetime-local` control as a moment with its offset, such as 2026-05-09T14:30:00+01:00. */
export function fromLocalInput(local: string): string | undefined {
  const moment = new Date(local);
  if (local === "" || Number.isNaN(moment.getTime())) return undefined;
  const offset = -moment.getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return `${local.length === 16 ? `${local}:00` : local}${offset === 0 ? "Z" : zone}`;
}
