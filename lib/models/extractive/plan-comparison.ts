import { isKnowledge, questionPath } from "#lib/models/extractive/choose-operation.ts";
import type { Reading } from "#lib/models/extractive/reading.ts";
import type { AssistantRequest, Candidate, Step } from "#lib/models/extractive/schema.ts";
import { fold } from "#lib/ranking/fold.ts";

const between =
  /(?:\bcompar(?:e|ing|a|ar)\s+|\b(?:comparison|compara[cç][aã]o|comparar)\s+(?:of|between|de|entre)\s+|\b(?:differences?|diferen[cç]as?)\s+(?:between|entre)\s+)(?<both>.+)$/iu;
const versus = /(?<left>.+?)\s+(?:versus|vs\.?)\s+(?<right>.+)$/iu;
const joint = /\s+(?:and|with|to|against|e|com|a)\s+/iu;

/** Two tools by their names, or two subjects in the passages of one knowledge tool; null when two cannot be made out. */
export function planComparison(
  request: AssistantRequest & { readonly candidates: readonly Candidate[] },
  reading: Reading,
): Step | null {
  const named = toolsNamed(request.candidates, reading.text);
  const slugs = [...new Set([...(request.mentioned ?? []), ...named])];
  if (slugs.length >= 2) return { kind: "compare-tools", slugs };
  const subjects = readSubjects(reading.text);
  const knowledge = request.candidates
    .filter((candidate) => isKnowledge(candidate) && candidate.isRunnable)
    .sort((left, right) => (right.passageFit ?? 0) - (left.passageFit ?? 0))[0];
  if (!subjects || !knowledge) return null;
  const path = questionPath(knowledge);
  const { toolSlug, toolName, operationName, title, toolKind } = knowledge;
  return {
    kind: "compare-passages",
    operation: { toolSlug, toolName, operationName, title, toolKind },
    subjects: subjects.map((label) => ({ label, arguments: { [path]: label } })),
  };
}

function toolsNamed(candidates: readonly Candidate[], text: string): string[] {
  const folded = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const found = new Map<string, number>();
  for (const { toolName, toolSlug } of candidates) {
    const at = folded.indexOf(
      ` ${fold(toolName)
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `,
    );
    if (at !== -1) found.set(toolSlug, at);
  }
  return [...found].sort((left, right) => left[1] - right[1]).map(([slug]) => slug);
}

function readSubjects(text: string): [string, string] | null {
  const plain = text.replace(/[\s?!.]+$/u, "");
  const match = between.exec(plain);
  const parts = match ? (match.groups?.both ?? "").split(joint) : [];
  if (match && parts.length === 2) return clean(parts[0], parts[1]);
  const pair = versus.exec(plain);
  return pair ? clean(pair.groups?.left, pair.groups?.right) : null;
}

function clean(left: string | undefined, right: string | undefined): [string, string] | null {
  const strip = (part: string | undefined) =>
    (part ?? "").replace(/^(?:compare|the|o|a|os|as)\s+/iu, "").trim();
  const both: [string, string] = [strip(left), strip(right)];
  return both.every((part) => part.length >= 2) ? both : null;
}
