import { readMentions } from "#lib/models/extractive/mentions.ts";
import { withoutMentions } from "#lib/models/extractive/reading.ts";
import { isStopword } from "#lib/ranking/stopwords.ts";

/**
 * The words of a request that say what it is about, for routing: ids, days, addresses and full names are blanked out.
 * They are values, and would otherwise draw the ranking to operations whose example requests happen to name them. Of a
 * request that is nothing else only its ids are left, so "and yesterday?" by itself leads nowhere.
 */
export function topicText(text: string): string {
  const plain = withoutMentions(text);
  const clock = { now: "2000-01-01T00:00:00Z", timeZone: "UTC", language: "en" as const };
  const { words, codes, dates, emails, names } = readMentions(plain, clock);
  const fullNames = names.filter(
    (name) => name.words.includes(" ") && name.words !== name.words.toLowerCase(),
  );
  const values = [...codes, ...dates, ...emails, ...fullNames];
  const hasTopic = words.some(
    (word) =>
      !values.some((value) => word.start < value.end && value.start < word.end) &&
      !isStopword(word.folded, "en") &&
      !isStopword(word.folded, "pt"),
  );
  if (!hasTopic) return codes.map((code) => code.words).join(" ");
  let topic = plain;
  for (const { start, end } of values)
    topic = topic.slice(0, start) + " ".repeat(end - start) + topic.slice(end);
  return topic;
}
