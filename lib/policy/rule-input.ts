import { z } from "zod";
import { roles } from "#lib/identity/schema.ts";
import { resourceKinds, ruleActions, ruleEffects, subjectKinds } from "#lib/policy/schema.ts";

const why = z.string().trim().min(3, "Say why, in a few words.").max(300);

const shape = z.strictObject({
  title: z.string().trim().min(3, "Give the rule a title of at least 3 characters.").max(120),
  reason: z.string().trim().min(10, "Tell the people whom it stops why, in at least 10 characters.").max(400),
  effect: z.enum(ruleEffects),
  actions: z.array(z.enum(ruleActions)).min(1, "Choose at least one thing that the rule is about."),
  subjectKind: z.enum(subjectKinds),
  subjectIds: z.array(z.string().min(1).max(80)).max(200),
  resourceKind: z.enum(resourceKinds),
  resourceId: z.uuid().nullable(),
  /** Whom a stopped person can ask, in words. */
  contact: z.string().trim().max(200),
});

/** What is wrong with a rule although each field is right by itself. */
function contradictions(rule: z.infer<typeof shape>): { path: keyof typeof rule; message: string }[] {
  const found: { path: keyof typeof rule; message: string }[] = [];
  const isAboutModel = rule.resourceKind === "model";
  if (rule.subjectKind === "everyone" && rule.effect === "only") {
    found.push({
      path: "subjectKind",
      message: "A rule that lets everyone in stops nobody. Choose whom it names.",
    });
  }
  if (rule.subjectKind !== "everyone" && rule.subjectIds.length === 0) {
    found.push({ path: "subjectIds", message: "Choose at least one." });
  }
  if (rule.subjectKind === "everyone" && rule.subjectIds.length > 0) {
    found.push({ path: "subjectIds", message: "A rule about everyone names nobody else." });
  }
  if (rule.subjectKind === "role" && rule.subjectIds.some((id) => !roles.some((role) => role === id))) {
    found.push({ path: "subjectIds", message: "There is no such role." });
  }
  if ((rule.resourceKind === "every-tool") !== (rule.resourceId === null)) {
    found.push({ path: "resourceId", message: "Choose what the rule is about." });
  }
  if (rule.actions.some((action) => (action === "callModel") !== isAboutModel)) {
    found.push({ path: "actions", message: "Models receive requests; tools are found and used." });
  }
  return found;
}

function refine<Schema extends z.ZodType<z.infer<typeof shape>>>(schema: Schema): Schema {
  return schema.superRefine((rule, context) => {
    for (const { path, message } of contradictions(rule)) {
      context.addIssue({ code: "custom", path: [path], message });
    }
  });
}

/** A rule as it is written in the form, without the reason for the change. */
export const ruleDraftSchema = refine(shape);
export type RuleDraft = z.infer<typeof shape>;

export const newRuleSchema = refine(shape.extend({ why }));
export type NewRule = z.infer<typeof shape> & { readonly why: string };

const revision = z.number().int().positive();

export const ruleChangeSchema = refine(shape.extend({ why, revision }));
export type RuleChange = NewRule & { readonly revision: number };

export const ruleSwitchSchema = z.strictObject({ isActive: z.boolean(), revision, why });
export type RuleSwitch = z.infer<typeof ruleSwitchSchema>;

export const ruleRemovalSchema = z.strictObject({ revision, why });
export type RuleRemoval = z.infer<typeof ruleRemovalSchema>;
