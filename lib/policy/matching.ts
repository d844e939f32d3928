import type { PolicyResource, PolicyRule, PolicySubject } from "#lib/policy/schema.ts";

/** True when the rule names this person. */
export function matchesSubject(rule: PolicyRule, subject: PolicySubject): boolean {
  switch (rule.subjectKind) {
    case "everyone":
      return true;
    case "domain":
      return subject.domainId !== null && rule.subjectIds.includes(subject.domainId);
    case "team":
      return subject.teamId !== null && rule.subjectIds.includes(subject.teamId);
    case "role":
      return subject.roles.some((role) => rule.subjectIds.includes(role));
    case "person":
      return rule.subjectIds.includes(subject.id);
  }
}

/** True when the rule speaks of this resource. */
export function matchesResource(rule: PolicyRule, resource: PolicyResource): boolean {
  switch (rule.resourceKind) {
    case "every-tool":
      return resource.kind === "tool";
    case "domain":
      return resource.kind === "tool" && resource.domainId === rule.resourceId;
    case "tool":
      return resource.kind === "tool" && resource.id === rule.resourceId;
    case "model":
      return resource.kind === "model" && resource.id === rule.resourceId;
  }
}

/** True when the rule, if it speaks of a resource at all, refuses this person there. */
export function refuses(rule: PolicyRule, subject: PolicySubject): boolean {
  return rule.effect === "only" ? !matchesSubject(rule, subject) : matchesSubject(rule, subject);
}
