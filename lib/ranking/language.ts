import { fold } from "#lib/ranking/fold.ts";
import { countStopwords } from "#lib/ranking/stopwords.ts";

/** Languages that are stemmed. */
export type TextLanguage = "en" | "pt";

const portugueseLetters = /[ãõçáéíóúâêôà]/giu;
const portugueseEndings = /(?:cao|coes|mente|agem|agens|ario|arios|eiro|eira|inho|ivel|avel)$/u;

/** Words that only one of the two languages has, beyond its stopwords; enough to tell short requests. */
const onlyPortuguese = new Set(
  `abrir abre cria criar mostra mostrar lista listar procura procurar ver quero preciso sobre ate desde entre
   ontem hoje amanha ferias despesas despesa viagem tarifa politica licenca equipa bilhete chamado pedido
   cliente clientes resumo resume traduz traduzir escreve obrigado ola bom boa dia tarde noite tambem agora`.split(
    /\s+/u,
  ),
);
const onlyEnglish = new Set(
  `show list find open create get the what how who when where which much many and about for please yesterday
   today tomorrow ticket tickets leave expense expenses policy travel call customer thanks hello hi with`.split(
    /\s+/u,
  ),
);

/**
 * The language of a text, by stopwords, a few telling words, letters and endings.
 * Looks at the first 2,000 characters. `fallback` decides when nothing tells them apart.
 */
export function detectLanguage(text: string, fallback: TextLanguage = "en"): TextLanguage {
  const sample = text.slice(0, 2000);
  const words = fold(sample).match(/\p{L}+/gu) ?? [];
  let portuguese = countStopwords(words, "pt") + (sample.match(portugueseLetters)?.length ?? 0);
  let english = countStopwords(words, "en");
  for (const word of words) {
    if (onlyPortuguese.has(word)) portuguese += 2;
    if (onlyEnglish.has(word)) english += 2;
    if (portugueseEndings.test(word)) portuguese += 1;
  }
  if (portuguese === english) return fallback;
  return portuguese > english ? "pt" : "en";
}
