import { readMentions } from "#lib/models/extractive/mentions.ts";
import { withoutMentions } from "#lib/models/extractive/reading.ts";

/**
 * The words of a request that say what it is about, for routing: ids, days, addresses and full names are blanked out.
 * They are values, and would otherwise draw the ranking to operations whose example requests happen to name them. A
 * request of nothing else comes back whole.
 */
export function topicText(text: string): string {
  const plain = withoutMentions(text);
  const clock = { now: "2000-01-01T00:00:00Z", timeZone: "UTC", language: "en" as const };
  const { codes, dates, emails, names } = readMentions(plain, clock);
  const fullNames = names.filter(({ words }) => words.includes(" ") && words !== words.toLowerCase());
  let topic = plain;
  for (const { start, end } of [...codes, ...dates, ...emails, ...fullNames]) {
    topic = topic.slice(0, start) + " ".repeat(end - start) + topic.slice(end);
  }
  return /\p{L}/u.test(topic) ? topic : plain;
}
