import type { PolicyRule } from "#lib/policy/schema.ts";

const actionWords = { discover: "find", use: "use", callModel: "send requests to" } as const;

function joined(words: readonly string[], conjunction: string): string {
  if (words.length <= 1) return words[0] ?? "nobody";
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words[words.length - 1]}`;
}

/**
 * A rule as one sentence, such as "Only people of the team Reward may use Salary bands."
 * @param names names of subjects and of the resource by id; an unknown id stands for itself
 */
export function ruleSentence(rule: PolicyRule, names: ReadonlyMap<string, string>): string {
  const subjects = rule.subjectIds.map((id) => names.get(id) ?? id);
  const who = {
    everyone: "everyone",
    domain: `people of ${joined(subjects, "and")}`,
    team: `people of the ${subjects.length > 1 ? "teams" : "team"} ${joined(subjects, "and")}`,
    role: `people with the role ${joined(subjects, "or")}`,
    person: joined(subjects, "and"),
  }[rule.subjectKind];
  const resourceName = rule.resourceId ? (names.get(rule.resourceId) ?? rule.resourceId) : "";
  const what = {
    "every-tool": "any tool",
    domain: `the tools of ${resourceName}`,
    tool: resourceName,
    model: `the model ${resourceName}`,
  }[rule.resourceKind];
  const doing = joined(
    rule.actions.map((action) => actionWords[action]),
    "or",
  );
  if (rule.effect === "only") return `Only ${who} may ${doing} ${what}.`;
  const subject = who.charAt(0).toUpperCase() + who.slice(1);
  return `${rule.subjectKind === "everyone" ? "Nobody" : subject} may ${rule.subjectKind === "everyone" ? "" : "not "}${doing} ${what}.`;
}
