import type { DeclineReason } from "#lib/models/extractive/schema.ts";
import { fold } from "#lib/ranking/fold.ts";

/** What a request asks of the assistant, by its own words. */
export type Intent =
  | { readonly kind: "greeting" | "thanks" | "help" | "find-tool" | "compare" | "question" | "command" }
  | { readonly kind: "decline"; readonly reason: DeclineReason };

// Patterns over the folded text.
const summarise =
  /\b(?:summari[sz]e|summari[sz]ation|sum up|tl;?dr|recap|in a nutshell|key points|main points|condense|shorten|resum(?:e|ir|a|o|ida|e-me)|sintetiza|sintese|pontos principais|em poucas palavras)\b|\b(?:a|the|short|brief|quick|give me|write|make) summary\b/u;
const translate =
  /\b(?:translat(?:e|ion|ing)|traduz(?:ir|a|e-me)?|traducao|how do you say|como se diz)\b|\b(?:in|into|to|para|em) (?:english|portuguese|spanish|french|german|ingles|portugues|espanhol|frances|alemao)\s*(?:[?.!:]|$)/u;
const writtenThings =
  "e-?mails?|letters?|repl(?:y|ies)|responses?|messages?|texts?|posts?|announcements?|speech|poem|story|stories|essay|articles?|paragraphs?|report|presentation|slides?|agenda|newsletter|memo|proposal|job (?:ad|description)|advert|script|code|functions?|macro|quer(?:y|ies)|formula|apolog(?:y|ies)|invitation|toast|blog|tweet|slogan|press release|cartas?|respostas?|mensagem|mensagens|textos?|anuncio|discurso|poema|historia|artigo|relatorio|apresentacao|convite|proposta|codigo|guiao";
const draft = new RegExp(
  `\\b(?:draft|write|compose|reword|rephrase|rewrite|polish|proofread|generate|prepare|redig(?:e|ir|a)|escrev(?:e|er|a|e-me)|elabora[r]?|reformula[r]?|compoe|gera[r]?|prepara[r]?)\\b(?:\\s+\\S+){0,6}?\\s*(?:${writtenThings})\\b|\\b(?:reword|rephrase|rewrite|proofread|redige|reformula)\\b|\\bdraft\\s+(?:me\\s+)?(?:a|an|the|some|our|uma?)\\s+(?!tickets?\\b)|\\bhelp me (?:write|draft|word)\\b|\\bajuda-me a (?:escrever|redigir)\\b`,
  "u",
);
const reason = new RegExp(
  [
    "^(?:so |and |ok )?(?:should|shall) (?:we|i|they|the)\\b",
    "\\bwhat (?:do you|would you|should we) (?:think|suggest|recommend|advise|do you think)\\b",
    "\\b(?:recommend|suggest|advise|predict|forecast|estimate|brainstorm|evaluate|assess|analy[sz]e|infer|deduce|speculate|prioriti[sz]e|imagine)\\b",
    "\\bpros and cons\\b|\\bbest (?:option|choice|strategy|idea)\\b|\\bis it (?:better|worth|wise|a good idea)\\b|\\bwhat (?:would|will|might) happen if\\b|\\bwhat if\\b",
    "\\bgive me (?:your opinion|advice|ideas)\\b|\\byour opinion\\b|\\bhow likely\\b|\\bwhich (?:one )?is (?:better|best)\\b|\\bcome up with\\b|\\bthink (?:through|about|of)\\b",
    "\\bo que (?:achas|pensas|recomendas|sugeres|aconselhas|aconteceria)\\b|^(?:e |entao )?(?:devo|devemos|deviamos|deveriamos)\\b|\\b(?:recomenda|sugere|aconselha|analisa|avalia|preve|estima|prioriza)(?:-me|r)?\\b|\\bvale a pena\\b|\\bvantagens e desvantagens\\b|\\bpros e contras\\b|\\ba tua opiniao\\b|\\bqual (?:e|seria) (?:a |o )?melhor\\b|\\be se\\b.*\\?",
  ].join("|"),
  "u",
);
const findTool =
  /\b(?:which|what) tools?\b|\b(?:is there|are there|do we have|have we got|find(?: me)?|need|looking for|any|suggest|recommend)\s+(?:an?|any|some|me|the)?\s*(?:other\s+)?tools?\b|\btools?\s+(?:for|to|that|which)\b|\bwhat can i use (?:to|for)\b|\bque ferramentas?\b|\bqual (?:e )?(?:a )?ferramenta\b|\b(?:ha|existe|temos|procuro|preciso de|alguma)\s+(?:alguma\s+|uma\s+)?ferramentas?\b|\bferramentas?\s+(?:para|que)\b/u;
const compare =
  /\bcompar(?:e|ing|ison|a|ar|acao)\b|\b(?:difference|differences) between\b|\bdiferencas? entre\b|\bversus\b|\bvs\b/u;
const help =
  /^(?:help|help me|ajuda|ajuda-me|\?+)$|\bwhat can (?:you|this|weft) do\b|\bhow does this (?:chat )?work\b|\bo que (?:sabes|podes|consegues) fazer\b|\bcomo (?:e que )?isto funciona\b/u;
const greeting =
  /^(?:hi|hello|hey|good (?:morning|afternoon|evening|day)|howdy|greetings|ola|oi|bom dia|boa tarde|boa noite|viva)(?:\s+(?:there|weft|all|everyone|a todos|team|equipa))?$/u;
const thanks =
  /^(?:many )?(?:thanks|thank you|thx|cheers|great|perfect|obrigad[oa]|muito obrigad[oa]|perfeito|otimo)(?:\s+(?:a lot|very much|so much|thanks|thank you|that helps?|pela ajuda))?$/u;
const question =
  /^(?:(?:and|so|ok|e|ola|hi|hello)[, ]+)?(?:what|who|whom|whose|which|when|where|why|how|is|are|am|was|were|does|do|did|can|could|may|must|has|have|will|would|should|que|o que|quem|qual|quais|quando|onde|porque|por que|porqu[e]|como|quant[oa]s?|ha|e|posso|pode|tem|tenho|esta|estao|existe|a quem|em que|de quem|ate)\b|\?\s*$/u;

/** Reads the intent from the words alone; which operation serves it is decided elsewhere. */
export function readIntent(text: string): Intent {
  const folded = fold(text).replace(/\s+/gu, " ").trim();
  const bare = folded
    .replace(/[.,!?…:;()]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (greeting.test(bare)) return { kind: "greeting" };
  if (thanks.test(bare)) return { kind: "thanks" };
  if (help.test(bare)) return { kind: "help" };
  if (findTool.test(folded)) return { kind: "find-tool" };
  if (summarise.test(folded)) return { kind: "decline", reason: "cannot-summarise" };
  if (translate.test(folded)) return { kind: "decline", reason: "cannot-translate" };
  if (draft.test(folded)) return { kind: "decline", reason: "cannot-draft" };
  if (compare.test(folded)) return { kind: "compare" };
  if (reason.test(folded)) return { kind: "decline", reason: "cannot-reason" };
  return { kind: question.test(folded) ? "question" : "command" };
}
