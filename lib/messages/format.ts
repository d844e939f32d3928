import { locale } from "#lib/messages/translate.ts";

const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const nonBreakingSpace = "\u00a0";

/** A number with grouped digits: 1,204. At most one decimal. */
export function formatNumber(value: number): string {
  return oneDecimal.format(value);
}

/** A share of 0 to 1 as per cent with one decimal. What is not all never reads as 100 %, what is not nothing never as 0 %. */
export function formatShare(share: number): string {
  const percent = share * 100;
  const shown = share < 1 && percent > 99.9 ? 99.9 : share > 0 && percent < 0.1 ? 0.1 : percent;
  return `${oneDecimal.format(shown)}${nonBreakingSpace}%`;
}

/** A duration given in milliseconds: 240 ms, 1.2 s, 2 min 5 s, 1 h 3 min. */
export function formatDuration(milliseconds: number): string {
  const unit = (value: string, name: string) => `${value}${nonBreakingSpace}${name}`;
  if (milliseconds < 1000) return unit(whole.format(milliseconds), "ms");
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return unit(oneDecimal.format(seconds), "s");
  const wholeSeconds = Math.round(seconds);
  const minutes = Math.floor(wholeSeconds / 60);
  if (minutes < 60) {
    const rest = wholeSeconds % 60;
    return rest === 0
      ? unit(String(minutes), "min")
      : `${unit(String(minutes), "min")} ${unit(String(rest), "s")}`;
  }
  const wholeMinutes = Math.round(wholeSeconds / 60);
  const rest = wholeMinutes % 60;
  const hours = unit(whole.format(Math.floor(wholeMinutes / 60)), "h");
  return rest === 0 ? hours : `${hours} ${unit(String(rest), "min")}`;
}

/** A size given in bytes: 512 B, 1.4 kB, 3.2 MB. */
export function formatBytes(bytes: number): string {
  const steps = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let step = 0;
  while (value >= 999.5 && step < steps.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${oneDecimal.format(value)}${nonBreakingSpace}${steps[step]}`;
}

/** An amount of money with its currency: €12.30. Small amounts keep four digits that say something: €0.00041. */
export function formatMoney(amount: number, currency: string): string {
  const isSmall = amount !== 0 && Math.abs(amount) < 1;
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    ...(isSmall ? { maximumSignificantDigits: 4 } : {}),
  }).format(amount);
}
