import type { HttpBinding } from "#lib/catalog/operation.ts";
import { isVerb, leadingVerb, plural, singular, wordsOf } from "#lib/tools/openapi/word-forms.ts";

/** What a name is made of. */
export type NamedOperation = {
  readonly operationId: string;
  readonly method: HttpBinding["method"];
  readonly path: string;
  /** As plain words. */
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
};

const maxLength = 64;
const methodWords: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "patch",
  "head",
  "options",
]);
const codeWords: ReadonlySet<string> = new Set(
  "api apis async controller endpoint handler impl method operation param params resource rest svc using v web webapi".split(
    " ",
  ),
);
/** Words that say nothing about the thing; the path says what it is. */
const emptyNouns: ReadonlySet<string> = new Set(
  "all by collection data entities entity id ids instance many one page self single the type".split(" "),
);
const weakNouns: ReadonlySet<string> = new Set([
  "batch",
  "bulk",
  "count",
  "content",
  "history",
  "items",
  "status",
]);
const smallWords: ReadonlySet<string> = new Set(
  "a an and as at be by current for from given in into is it its of on one or our single specific specified that the their this to using via with within you your".split(
    " ",
  ),
);
/** Verbs after which there is one thing more than before. */
const makingVerbs: ReadonlySet<string> = new Set("add create insert register request save upload".split(" "));
const readingVerbs: ReadonlySet<string> = new Set("find get list read retrieve fetch show view".split(" "));
const joints: ReadonlySet<string> = new Set(["for", "by", "of", "in", "from", "to", "with", "on"]);

function isNoise(word: string): boolean {
  const isVersion = /^v\d+(?:(?:alpha|beta|rc)\d*)?$/.test(word) || /^\d+$/.test(word);
  const isHash = /^[0-9a-f]{8,}$/.test(word) && /\d/.test(word);
  return codeWords.has(word) || isVersion || isHash || word === "deprecated";
}

const stems = (words: readonly string[]) => new Set(words.map(singular));

type PathWords = {
  /** Nouns of the path; of a thing inside another thing both. */
  readonly nouns: readonly string[];
  readonly verb: string | undefined;
  /** Whether the path leads to one thing, which a parameter names. */
  readonly isOne: boolean;
  /** Segments of one word each, which are things even where they look like verbs. */
  readonly segments: ReadonlySet<string>;
};

function readPath(path: string): PathWords {
  const segments = path
    .split(/[/:]/)
    .map((segment) => segment.replace(/\.(?:json|xml|csv|png|pdf)$/i, ""))
    .filter(Boolean);
  const isParameter = (segment: string | undefined) =>
    /^[{(]/.test(segment ?? "") || /[{(=]/.test(segment ?? "");
  const read = segments.map((segment) => ({
    isParameter: isParameter(segment),
    words: wordsOf(segment.replace(/[({].*$/, "")).filter((word) => !isNoise(word) && word.length > 1),
  }));
  const last = read.findLastIndex(({ words }) => words.length > 0);
  const words = read[last]?.words ?? [];
  const before = read.slice(0, last).findLastIndex((part) => part.words.length > 0);
  const isVerbAlone = words.length > 0 && words.every((word) => isVerb(word)) && before >= 0;
  const own = isVerbAlone ? (read[before]?.words ?? []) : words;
  const above = isVerbAlone ? -1 : before;
  const isNested = above >= 0 && read.slice(above, last).some((part) => part.isParameter);
  const isWeak = above >= 0 && own.every((word) => weakNouns.has(word));
  const parents = isNested || isWeak ? (read[above]?.words ?? []).map(singular) : [];
  return {
    nouns: [...parents, ...own],
    verb: isVerbAlone ? words.find((word) => isVerb(word)) : undefined,
    isOne: read.at(isVerbAlone ? last - 1 : -1)?.isParameter ?? false,
    segments: new Set(read.flatMap((part) => (part.words.length === 1 ? part.words.map(singular) : []))),
  };
}

/** The operationId without path, method and what the vendor's code put around it. */
function readId({ operationId, method, path }: NamedOperation): { words: string[]; owner: string[] } {
  const flatPath = path.replace(/\W/g, "_");
  let id = operationId;
  // FastAPI: the function's name, then path and method.
  const tail = `${flatPath}_${method.toLowerCase()}`;
  if (id.endsWith(tail) && id.length > tail.length) id = id.slice(0, -tail.length);
  id = id.replace(path, " ");
  id = id.replace(/_\d{1,3}$/, "").replace(/Using(?:GET|PUT|POST|DELETE|PATCH|HEAD)(?:_\d+)?$/, "");
  const owner: string[] = [];
  const words = id.split(/[^\p{L}\p{N}]+/u).flatMap((segment) => {
    const own = wordsOf(segment);
    const isOwner =
      own.length > 1 && /^(?:controller|service|resource|handler|endpoint|api)$/.test(own.at(-1) ?? "");
    if (!isOwner) return own.filter((word) => !isNoise(word));
    owner.push(...own.slice(0, -1).filter((word) => !isNoise(word)));
    return [];
  });
  return { words, owner };
}

function standardVerb(operation: NamedOperation, path: PathWords, isMany: boolean): string {
  const said = leadingVerb(operation.summary) ?? leadingVerb(operation.description);
  switch (operation.method) {
    case "GET":
      return isMany ? "list" : "get";
    case "HEAD":
      return "check";
    case "OPTIONS":
      return "describe";
    case "DELETE":
      return said && /^(?:archive|remove|cancel|revoke|clear|unlink|unsubscribe)$/.test(said)
        ? said
        : "delete";
    case "PUT":
    case "PATCH":
      return path.verb ?? (said && !/^(?:get|put|patch|post|return)$/.test(said) ? said : "update");
    case "POST":
      return (
        path.verb ?? (said && !/^(?:get|put|patch|post|return|request|call)$/.test(said) ? said : "create")
      );
  }
}

/** Without words that repeat the one before, and of bounded length. */
function join(words: readonly string[]): string {
  const kept = words.filter((word, at) => singular(word) !== singular(words[at + 1] ?? ""));
  let name = "";
  for (const word of kept) {
    const longer = name === "" ? word : `${name}_${word}`;
    if (longer.length > maxLength) break;
    name = longer;
  }
  return name.slice(0, maxLength);
}

function fromSummary(summary: string): string[] {
  const [sentence = ""] = summary.split(/[.:;(\n]/, 1);
  return wordsOf(sentence)
    .filter((word) => !smallWords.has(word) && !isNoise(word))
    .slice(0, 5);
}

/** Where in an operationId the verb stands; -1 when it has none. */
function placeOfVerb(words: readonly string[], path: PathWords): number {
  const [first = ""] = words;
  const isOwnVerb = (word: string) =>
    isVerb(word) &&
    !methodWords.has(word) &&
    (word === path.verb || !methodWords.has(first) || !path.segments.has(singular(word)));
  if (isVerb(first) && !methodWords.has(first)) return 0;
  const own = words.findIndex(isOwnVerb);
  // Before a method's word a verb is a noun, as in "post comment reply".
  const isAlone = own === words.length - 1 && words.slice(1, own).every((word) => methodWords.has(word));
  if (own >= 0 && (!methodWords.has(first) || isAlone)) return own;
  return words.findIndex((word) => methodWords.has(word));
}

type Things = {
  readonly nouns: readonly string[];
  /** Whether the nouns name a kind of thing, as paths and tags do, so that their number says nothing. */
  readonly isKind: boolean;
  /** Whether the nouns are a phrase of its own, such as "issues for repo". */
  readonly isPhrase: boolean;
};

function thingsOf(
  operation: NamedOperation,
  path: PathWords,
  words: readonly string[],
  verbAt: number,
): Things {
  const { owner } = readId(operation);
  const meaning = (list: readonly string[]) => list.filter((word) => !emptyNouns.has(word));
  const isMethodWord = (word: string) => methodWords.has(word);
  const by = words.findIndex(
    (word, at) => at > verbAt && word === "by" && emptyNouns.has(words[at + 1] ?? ""),
  );
  const after = (verbAt < 0 ? [] : words.slice(verbAt + 1, by < 0 ? undefined : by)).filter(
    (word) => !isMethodWord(word),
  );
  const before = (verbAt < 0 ? words : words.slice(0, verbAt)).filter((word) => !isMethodWord(word));
  const own = after.every((word) => isVerb(word) && word !== path.verb) && before.length > 0 ? [] : after;
  const prefix = meaning(before).filter((word) => !stems(own).has(singular(word)));
  if (own.some((word) => joints.has(word)))
    return { nouns: [...prefix, ...own], isKind: false, isPhrase: true };
  const said = meaning(own);
  if (said.length > 0) return { nouns: [...prefix.map(singular), ...said], isKind: false, isPhrase: false };
  const written = words[verbAt] ?? "";
  const inPath = path.nouns.filter((word) => word !== written);
  const kind = [prefix, inPath, meaning(owner)].find((list) => list.length > 0) ?? [];
  if (kind.length > 0)
    return { nouns: [...kind.slice(0, -1).map(singular), ...kind.slice(-1)], isKind: true, isPhrase: false };
  const summary = fromSummary(operation.summary).filter((word) => !isVerb(word));
  const tags = operation.tags.flatMap(wordsOf).filter((word) => !isVerb(word) && !isNoise(word));
  const nouns = summary.length > 0 ? summary.slice(0, 2) : tags.slice(-1);
  return { nouns, isKind: true, isPhrase: false };
}

/** A name that begins with what the operation does: `list_customer_orders`. Not yet unique. */
export function nameFor(operation: NamedOperation): string {
  const { method, summary, operationId } = operation;
  const path = readPath(operation.path);
  // An id that is made of the path says no more than the path.
  const words = /(?:^|_)param(?:_|$)/.test(operationId) ? [] : readId(operation).words;
  const fixedPath = operation.path.replace(/\{[^}]*\}/g, "");
  const said = stems(wordsOf(`${fixedPath} ${operation.tags.join(" ")} ${summary} ${operation.description}`));
  const [first = ""] = words;
  const isKnown =
    words.some((word) => said.has(singular(word)) || said.has(word)) ||
    (words.length > 1 && (isVerb(first) || methodWords.has(first)));
  const known = isKnown || isVerb(first) ? words : [];
  const summaryVerb = leadingVerb(summary);
  if (known.length === 0 && summaryVerb && (operationId !== "" || path.nouns.length === 0)) {
    return join([summaryVerb, ...fromSummary(summary).slice(1)]);
  }
  const verbAt = placeOfVerb(known, path);
  const written = known[verbAt];
  const { nouns, isKind, isPhrase } = thingsOf(operation, path, known, verbAt);
  const last = nouns.at(-1) ?? "";
  const isAll =
    known.some((word) => /^(?:all|page|collection)$/.test(word)) ||
    (operationId === "" && /\b(?:all|entities|list of|page of)\b/i.test(summary));
  const isMany = isAll || (!path.isOne && singular(last) !== last);
  const contradicts =
    written !== undefined && readingVerbs.has(written) && /^(?:PUT|PATCH|DELETE)$/.test(method);
  const isStandard =
    written === undefined ||
    contradicts ||
    (methodWords.has(written) && written !== "get" && written !== "delete");
  const isRead = written !== undefined && (readingVerbs.has(written) || written === "index");
  const verb = isStandard
    ? standardVerb(operation, path, isMany)
    : isRead && isMany && method === "GET"
      ? "list"
      : written;
  if (isPhrase || nouns.length === 0) return join([verb, ...nouns]) || method.toLowerCase();
  const isOne =
    (path.isOne && isKind) || (makingVerbs.has(verb) && (isKind || isStandard)) || (path.isOne && isStandard);
  const isInPath = wordsOf(fixedPath).includes(plural(last));
  const isList =
    (verb === "list" && (isKind || isAll || isInPath || verb !== written)) ||
    (verb === "search" && path.nouns.some((word) => word !== verb)) ||
    isAll;
  const form = isList ? plural(last) : isOne ? singular(last) : last;
  return join([
    verb,
    ...nouns.slice(0, -1).filter((word) => word !== verb),
    ...(form === verb ? [] : [form]),
  ]);
}

function qualifiers(operation: NamedOperation): string[] {
  const version = /(?:^|[/_.-])(v\d+)(?:[/_.-]|$)/i
    .exec(`${operation.path}/${operation.operationId}`)?.[1]
    ?.toLowerCase();
  const nouns = operation.path
    .split("/")
    .flatMap((segment) => (segment.startsWith("{") ? [] : wordsOf(segment)));
  const parameter = /\{([^}]+)\}[^{]*$/.exec(operation.path)?.[1];
  return [
    ...nouns.filter((word) => !isNoise(word)).reverse(),
    ...operation.tags.flatMap(wordsOf).filter((word) => !isNoise(word)),
    ...(version ? [version] : []),
    ...(parameter ? [`by_${wordsOf(parameter).join("_")}`] : []),
    operation.method.toLowerCase(),
  ];
}

/** Names for a set of operations, each only once; what is deprecated gives way. */
export function nameOperations(
  operations: readonly (NamedOperation & { readonly deprecated: boolean })[],
): { readonly name: string; readonly isQualified: boolean }[] {
  const results: { name: string; isQualified: boolean }[] = [];
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const order = [...operations.keys()].sort(
    (a, b) => Number(operations[a]?.deprecated) - Number(operations[b]?.deprecated) || a - b,
  );
  for (const index of order) {
    const operation = operations[index];
    if (!operation) continue;
    const plain = nameFor(operation) || operation.method.toLowerCase();
    let name = plain;
    if (taken.has(name)) {
      const words = new Set(plain.split("_").map(singular));
      const other = qualifiers(operation)
        .filter((word) => !words.has(singular(word)))
        .map((word) => `${plain}_${word}`)
        .find((longer) => longer.length <= maxLength && !taken.has(longer));
      name = other ?? plain;
      for (let count = counts.get(plain) ?? 2; taken.has(name); count += 1) {
        name = `${plain.slice(0, 63 - String(count).length)}_${count}`;
        counts.set(plain, count + 1);
      }
    }
    taken.add(name);
    results[index] = { name, isQualified: name !== plain };
  }
  return results;
}
