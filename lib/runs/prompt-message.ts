import type { Arguments } from "#lib/tools/call.ts";
import { fillTemplate, valueAsText } from "#lib/tools/fill-template.ts";

/** The person's message to a model: the template with their inputs in it, or the inputs in a list. */
export function messageOf(template: string | undefined, inputs: Arguments): string {
  if (template) return fillTemplate(template, (name) => inputs[name]);
  return Object.entries(inputs)
    .map(([name, value]) => `${name}: ${valueAsText(value)}`)
    .join("\n");
}
