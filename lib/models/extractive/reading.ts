import { type Intent, readIntent } from "#lib/models/extractive/intent.ts";
import { type Mentions, readMentions } from "#lib/models/extractive/mentions.ts";
import type { AssistantRequest, Language, LastCall, Words } from "#lib/models/extractive/schema.ts";
import { type RequestVerb, readVerb } from "#lib/models/extractive/verbs.ts";
import { nameWords } from "#lib/models/extractive/words.ts";
import { fold } from "#lib/ranking/fold.ts";
import { detectLanguage } from "#lib/ranking/language.ts";

/** A request as the assistant has read it. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly intent: Intent;
  readonly mentions: Mentions;
  readonly verb: RequestVerb | null;
  /** Asks for an explanation or a rule rather than for records. */
  readonly asksToExplain: boolean;
  /** Asks what something means, or what is allowed: documents say that, records do not. */
  readonly asksForRule: boolean;
  readonly asksHowMany: boolean;
  /** Asks two things in one: "what does it mean and who is on call". */
  readonly asksTwoThings: boolean;
}

const mention = /(?<![\p{L}\p{N}_@])@[a-z0-9][a-z0-9-]*/gu;
const explains =
  /\b(?:mean(?:s|ing)?|how (?:is|are|do|does|can|should|to|long|often|far|late|soon)|what (?:should|must|happens|counts|does)|what (?:do|can) (?:i|we) (?:do|say|tell|write)|why|when (?:is|are|does|may|can|must|should|do)|(?:may|can|must|could|should) (?:i|we)|do (?:i|we) (?:need|have to|pay|get)|am i|are we|is it|allowed|need(?:s)? to|rules?|polic(?:y|ies)|procedure|steps?|guide(?:lines?)?|define|definition|explain|tell me about|what(?:'s| is| are) (?:the|a|an|our)|caus(?:e|ed)|significa|como|o que (?:e|devo|fazer|faco|acontece|conta)|porqu[e]|posso|podemos|devo|regras?|politica|procedimento|passos|quanto tempo|em que casos|quando (?:posso|devo|e))\b/u;
const rule =
  /\b(?:mean(?:s|ing)?|stands? for|definition|define|(?:can|may|must|should) (?:i|we|they|you)|do i (?:lose|need|get|keep|have to|pay)|if i|allowed|permitted|entitled|significa(?:do)?|quer dizer|definicao|posso|podemos|devo|devemos|e permitido|tenho direito)\b/u;
const asking = "what|who|how|when|where|which|que|quem|como|quando|onde|qual|quais";
const twoThings = new RegExp(`\\b(?:${asking})\\b.*\\b(?:and|e)\\s+(?:${asking})\\b`, "u");
const howMany = /\b(?:how many|number of|count|quant[oa]s|numero de|conta(?:r)?)\b/u;

/** The person's words without the `@tool` mentions, whose places are blanked so that offsets stay. */
export function withoutMentions(text: string): string {
  return text.replace(mention, (found) => " ".repeat(found.length));
}

/** Reads a request once, for all candidates. */
export function readRequest(request: AssistantRequest): Reading {
  const text = withoutMentions(request.text);
  const language = request.language ?? detectLanguage(text);
  const clock = { now: request.now, timeZone: request.timeZone ?? "UTC", language };
  const mentions = readMentions(text, clock, knownWords(request.candidates, request.lastCall));
  const folded = fold(text);
  return {
    text,
    language,
    intent: readIntent(text),
    mentions,
    verb: readVerb(text, mentions.words),
    asksToExplain: explains.test(folded),
    asksForRule: rule.test(folded),
    asksTwoThings: twoThings.test(folded),
    asksHowMany: howMany.test(folded),
  };
}

/** Words of operations and of values that they list: no names of people. */
function knownWords(
  candidates: AssistantRequest["candidates"],
  lastCall: LastCall | AssistantRequest["lastCall"],
): Set<string> {
  const known = new Set<string>();
  for (const candidate of [...candidates, ...(lastCall ? [lastCall.operation] : [])]) {
    for (const word of [candidate.toolName, candidate.title, candidate.operationName].flatMap(nameWords))
      known.add(word);
    collectValues(candidate.inputSchema, known, 0);
  }
  return known;
}

function collectValues(schema: unknown, known: Set<string>, depth: number): void {
  if (depth > 8 || typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "enum" && Array.isArray(value)) {
      for (const word of value.filter((one) => typeof one === "string").flatMap(nameWords)) known.add(word);
    } else {
      collectValues(value, known, depth + 1);
    }
  }
}

/** The whole request as one place. */
export function wholeText({ text }: Reading): Words {
  const words = text.trim();
  const start = text.indexOf(words);
  return { start, end: start + words.length, words };
}
