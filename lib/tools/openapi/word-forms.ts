/** Words that end like a plural and are none. */
const alwaysSingular =
  /(?:news|status|address|access|analysis|basis|series|bus|gas|kubernetes|sms|dns|https?|ss|us|is)$/;

export function singular(word: string): string {
  if (word.length < 4 || alwaysSingular.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes|zes|uses)$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, "");
}

export function plural(word: string): string {
  if (singular(word) !== word || /(?:data|news|series|history|info)$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh|z)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The words of a technical name in small letters: `listOpenHTTPCalls_v2` is list, open, http, calls, v2. */
export function wordsOf(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}

/** What operations do, in the form that begins a name. */
const verbs: ReadonlySet<string> = new Set(
  `accept activate add adjust analyze analyse append apply approve archive assign attach authorize book build bulk call
  cancel change check clear clone close compare complete compute confirm connect convert copy count create deactivate
  decide delete deliver deny deploy describe detach detect disable disconnect download draft edit enable end enqueue estimate
  evaluate execute export extend extract geocode identify initiate obtain preflight recall register reverse fetch fill find finish forward generate get grant hide import index insert
  install invite invoke join launch leave link list load lock log login logout look mark match merge modify move mute
  notify open order parse patch pause pay ping plan post predict preview process provision publish pull purge push put
  query quote rate read rebuild receive redirect refresh refund register reject release remove rename render renew
  reopen replace reply report request rerun resend rescan reserve reset resolve restart restore resume retrieve retry return
  revert revoke rotate run save scan schedule search select send set share ship show sign simulate sort split start
  stop store stream submit subscribe suggest suspend swap sync tag terminate test track train transcribe transfer
  transform translate trigger unarchive unassign unblock undelete uninstall unlink unlock unpublish unsubscribe update
  upgrade upload upsert validate verify view void watch withdraw write`.split(/\s+/),
);

export function isVerb(word: string): boolean {
  return verbs.has(word);
}

/** The verb with which a sentence begins, in its basic form: "Returns a list ..." is return, "Creating" is nothing. */
export function leadingVerb(sentence: string): string | undefined {
  const [first = "", second = ""] = sentence.toLowerCase().match(/[a-z]+/g) ?? [];
  const word = /ly$/.test(first) ? second : first;
  const forms = [word, word.replace(/s$/, ""), word.replace(/es$/, ""), word.replace(/ies$/, "y")];
  return forms.find(isVerb);
}
