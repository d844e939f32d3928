import { type DataClass, isWithinCeiling } from "#lib/data-class.ts";
import { matchesResource, refuses } from "#lib/policy/matching.ts";
import type {
  CollectionFacts,
  Decision,
  ModelFacts,
  PolicyAction,
  PolicyContext,
  PolicyResource,
  PolicyRule,
  PolicySubject,
  ToolFacts,
} from "#lib/policy/schema.ts";

const allowed: Decision = {
  allowed: true,
  reason: "No rule refuses it.",
  basis: "allowed",
  ruleIds: [],
  contact: null,
};

function refusal(basis: Decision["basis"], reason: string, contact: string | null = null): Decision {
  return { allowed: false, reason, basis, ruleIds: [], contact };
}

function byRules(
  action: "discover" | "use" | "callModel",
  subject: PolicySubject,
  resource: PolicyResource,
  rules: readonly PolicyRule[],
): Decision {
  const deciding = rules
    .filter((rule) => rule.isActive && rule.actions.includes(action))
    .filter((rule) => matchesResource(rule, resource) && refuses(rule, subject))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = deciding;
  if (!first) return allowed;
  return {
    allowed: false,
    reason: first.reason,
    basis: "rule",
    ruleIds: deciding.map((rule) => rule.id),
    contact: first.contact || null,
  };
}

/**
 * True for the people who answer for a tool: its owner and deputy. Its maker does as long as it has no owner, so that
 * whoever handed a tool over keeps no right to it.
 */
export function answersFor(subject: PolicySubject, tool: ToolFacts): boolean {
  return [tool.ownerId ?? tool.createdById, tool.deputyId].includes(subject.id);
}

function isInAudience(subject: PolicySubject, tool: ToolFacts): boolean {
  if (answersFor(subject, tool)) return true;
  switch (tool.audience) {
    case "everyone":
      return true;
    case "domain":
      return subject.domainId === tool.domainId || subject.leadOf.includes(tool.domainId);
    case "team":
      return subject.teamId !== null && subject.teamId === tool.teamId;
    default:
      return false;
  }
}

function discover(subject: PolicySubject, tool: ToolFacts, rules: readonly PolicyRule[]): Decision {
  if (!isInAudience(subject, tool)) return refusal("audience", "This tool is offered to other people only.");
  if ((tool.lifecycle === "draft" || tool.lifecycle === "in-review") && !answersFor(subject, tool)) {
    return refusal("lifecycle", "This tool is not published yet.");
  }
  return byRules("discover", subject, tool, rules);
}

function use(subject: PolicySubject, tool: ToolFacts, rules: readonly PolicyRule[]): Decision {
  const seen = discover(subject, tool, rules);
  if (!seen.allowed) return seen;
  if (tool.isBlocked) {
    return refusal(
      "blocked",
      `An administrator blocked ${tool.name}: ${tool.blockedReason ?? "no reason was given"}.`,
    );
  }
  if (tool.lifecycle === "retired") {
    const instead = tool.successorName ? ` Use ${tool.successorName} instead.` : "";
    return refusal("lifecycle", `${tool.name} has been retired.${instead}`);
  }
  if (tool.lifecycle === "draft" || tool.lifecycle === "in-review") {
    return refusal("lifecycle", `${tool.name} has no published version yet.`);
  }
  return byRules("use", subject, tool, rules);
}

function withinCeiling(name: string, content: DataClass | undefined, ceiling: DataClass): Decision {
  if (content === undefined || isWithinCeiling(content, ceiling)) return allowed;
  return refusal("data-class", `${name} may receive ${ceiling} content at most; this is ${content}.`);
}

function callModel(
  subject: PolicySubject,
  model: ModelFacts,
  rules: readonly PolicyRule[],
  context: PolicyContext,
): Decision {
  if (!model.isActive) return refusal("inactive", `The model ${model.name} is switched off.`);
  const ceiling = withinCeiling(model.name, context.dataClass, model.dataClassCeiling);
  return ceiling.allowed ? byRules("callModel", subject, model, rules) : ceiling;
}

function edit(subject: PolicySubject, tool: ToolFacts): Decision {
  const isOwnTeam =
    subject.roles.includes("owner") && subject.teamId !== null && subject.teamId === tool.teamId;
  if (answersFor(subject, tool) || isOwnTeam || subject.leadOf.includes(tool.domainId)) return allowed;
  return refusal("role", "Only the tool's owner, deputy, team and domain lead may edit it.");
}

function approve(subject: PolicySubject, tool: ToolFacts, context: PolicyContext): Decision {
  if (context.changedById === subject.id) return refusal("own-change", "Nobody approves their own change.");
  if (subject.leadOf.includes(tool.domainId) || subject.roles.includes("admin")) return allowed;
  return refusal("role", "Only the lead of the tool's domain or an administrator approves it.");
}

function curate(subject: PolicySubject, { domainId }: CollectionFacts): Decision {
  if (subject.roles.includes("admin") || (domainId !== null && subject.leadOf.includes(domainId))) {
    return allowed;
  }
  return domainId === null
    ? refusal("role", "Only administrators make and change collections of the whole company.")
    : refusal("role", "Only the lead of the domain or an administrator makes and changes its collections.");
}

/**
 * The one decision about access. Pure: all facts come in, nothing is fetched.
 * @returns whether it is allowed, with a sentence for the person and the ids of the deciding rules
 */
export function evaluate(
  action: PolicyAction,
  subject: PolicySubject,
  resource: PolicyResource,
  rules: readonly PolicyRule[],
  context: PolicyContext = {},
): Decision {
  if (action === "administer") {
    return subject.roles.includes("admin") ? allowed : refusal("role", "Only administrators may do this.");
  }
  if (action === "readAudit") {
    const may = subject.roles.includes("auditor") || subject.roles.includes("admin");
    return may ? allowed : refusal("role", "Only auditors and administrators read the whole trail.");
  }
  if (action === "curate") {
    return resource.kind === "collection"
      ? curate(subject, resource)
      : refusal("role", "This action needs a collection.");
  }
  if (resource.kind === "model") return callModel(subject, resource, rules, context);
  if (resource.kind !== "tool") return refusal("role", "This action needs a tool.");
  switch (action) {
    case "discover":
      return discover(subject, resource, rules);
    case "use":
      return use(subject, resource, rules);
    case "call": {
      const usable = use(subject, resource, rules);
      return usable.allowed ? withinCeiling(resource.name, context.dataClass, resource.dataClass) : usable;
    }
    case "edit":
      return edit(subject, resource);
    case "approve":
      return approve(subject, resource, context);
    case "callModel":
      return refusal("role", "This action needs a model.");
  }
}
