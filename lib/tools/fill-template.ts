/** The names between `{{` and `}}` of a template, each once, in order. */
export function templateNames(template: string): string[] {
  const names = [...template.matchAll(/\{\{([^{}]+)\}\}/g)].map((match) => (match[1] ?? "").trim());
  return [...new Set(names)];
}

/** Text for a value that stands in a sentence: lists joined, what has no plain form as JSON. */
export function valueAsText(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join(", ");
  return JSON.stringify(value);
}

/** Replaces each `{{name}}` once; braces inside of a value stay what they are. */
export function fillTemplate(template: string, lookUp: (name: string) => unknown): string {
  return template.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => valueAsText(lookUp(name.trim())));
}
