import type { Words } from "#lib/models/extractive/schema.ts";
import { nameWords, type Word } from "#lib/models/extractive/words.ts";

/** What a verb does to the world; `read` changes nothing. */
export type VerbClass = "create" | "change" | "remove" | "decide" | "send" | "read";

const verbs: Readonly<Record<VerbClass, string>> = {
  create:
    "create open raise log file submit hand add book register reserve request ask start schedule make order buy print abrir abre criar cria registar regista marcar marca pedir pede adicionar adiciona submeter submete entregar entrega reservar reserva agendar agenda comprar compra encomendar encomenda imprimir imprime",
  change:
    "change update set edit modify assign reassign move rename mark close resolve solve reopen finish escalate take reset restart unlock fix install pay transfer alterar altera mudar muda atualizar atualiza atribuir atribui fechar fecha encerrar encerra resolver resolve reabrir reabre editar edita passar passa repor instalar instala pagar paga desbloquear desbloqueia",
  remove:
    "delete remove cancel withdraw revoke drop apagar apaga cancelar cancela eliminar elimina retirar retira remover anular anula",
  decide:
    "approve reject decline accept acknowledge confirm refuse decide aprovar aprova rejeitar rejeita recusar recusa aceitar aceita reconhecer reconhece confirmar confirma",
  send: "send notify post comment reply publish enviar envia comentar comenta responder responde notificar notifica publicar publica",
  read: "show list find get look search count check see view display tell give fetch read mostrar mostra listar lista procurar procura ver ve contar conta verificar verifica consultar consulta dar diz pesquisar pesquisa obter",
};

const classOfWord = new Map(
  (Object.entries(verbs) as [VerbClass, string][]).flatMap(([name, words]) =>
    words.split(" ").map((word) => [word, name] as const),
  ),
);

const soft = new Set(
  "and then so please can could would you i we want need like to let us lets me just now ok hi hello hey also then kindly help por favor podes pode podia poderia queria quero preciso gostava de que e eu me nos agora ola bom dia".split(
    " ",
  ),
);
const determiners = new Set(
  "a an the my our this that new another um uma o a os as meu minha este esta esse essa novo nova outro outra".split(
    " ",
  ),
);
/** Words that are verbs and adjectives or nouns alike, so that what follows decides. */
const ambiguous = new Set([
  "open",
  "close",
  "request",
  "file",
  "log",
  "book",
  "post",
  "comment",
  "report",
  "ask",
  "set",
  "change",
  "resolve",
  "mark",
  "marca",
  "reserva",
  "agenda",
  "lista",
  "conta",
]);

/** Verbs only before the thing that they are to be done to: "reset my password", not "pay day". */
const needsObject = new Set(
  "reset restart unlock fix install pay transfer order buy print compra encomenda imprime instala paga desbloqueia".split(
    " ",
  ),
);

export interface RequestVerb {
  readonly class: VerbClass;
  readonly at: Words;
}

/** The verb with which a request tells what to do: it stands at the head, behind nothing but polite words. */
export function readVerb(text: string, words: readonly Word[]): RequestVerb | null {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    const found = classOf(word.folded);
    if (found && isVerbHere(words, at)) {
      return {
        class: found,
        at: { start: word.start, end: word.end, words: text.slice(word.start, word.end) },
      };
    }
    if (!soft.has(word.folded) && !word.raw.startsWith("@")) return null;
  }
  return null;
}

/** Imperatives and infinitives only: "closed" describes. */
function classOf(foldedWord: string): VerbClass | null {
  return classOfWord.get(foldedWord) ?? null;
}

/** Whether a word, folded, tells what to do. */
export function isVerb(folded: string): boolean {
  return classOf(folded) !== null;
}

/** "Open a ticket" and "open T-4712" tell; "open tickets" describes. */
function isVerbHere(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (needsObject.has(word.folded))
    return determiners.has(words[at + 1]?.folded ?? "") || /^(?:me|us)$/u.test(words[at + 1]?.folded ?? "");
  if (!ambiguous.has(word.folded)) return true;
  const before = words[at - 1]?.folded;
  if (before === "to" || before === "please") return true;
  const next = words[at + 1];
  if (!next) return true;
  if (determiners.has(next.folded) || /\p{N}/u.test(next.raw)) return true;
  return !/(?:s|ed|dos|das)$/u.test(next.folded);
}

/** The classes of the verbs in an operation's name and title. */
export function verbClassesOf(operation: {
  readonly operationName: string;
  readonly title: string;
}): ReadonlySet<VerbClass> {
  const heads = [nameWords(operation.operationName)[0], nameWords(operation.title)[0]];
  const all = [...nameWords(operation.operationName), ...nameWords(operation.title)];
  const found = heads.flatMap((word) => (word ? (classOf(word) ?? []) : []));
  const others = all.flatMap((word) => classOf(word) ?? []).filter((one) => one === "decide");
  return new Set([...found, ...others]);
}
