import type { ScratchTool } from "./insert-tools.ts";
import type { ToolLine } from "./tool-line.ts";

const purposeLength = 600;
const lineLength = 400;
const mostLines = 12;

/** Text in stretches of at most so many characters, cut at white space where there is any. */
function stretches(text: string, length: number, most: number): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest !== "" && found.length < most) {
    const space = rest.lastIndexOf(" ", length);
    const end = rest.length <= length ? rest.length : space > length / 2 ? space : length;
    found.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return found.filter(Boolean);
}

/** A tool of a set as the product would hold it: within the lengths that its owner could write. */
export function toolFromLine(line: ToolLine, domainId: string, slug: string): ScratchTool {
  const name = line.name.trim() || line.id;
  const clean = (text: string | null | undefined) => (text ?? "").replaceAll("\0", "").trim();
  const description = clean(line.description);
  const [purpose = "", ...more] = stretches(description, purposeLength, 2);
  const whenToUse = [
    more.join(" ") + description.slice(purpose.length + more.join(" ").length),
    clean(line.server_description),
  ]
    .flatMap((text) => stretches(text, lineLength, mostLines))
    .slice(0, mostLines);
  const params = clean(line.params);
  return {
    slug,
    name: clean(name),
    domainId,
    words: {
      purpose: purpose.length >= 10 ? purpose : `${purpose || name} .`.padEnd(10, "."),
      whenToUse,
      tags: [clean(line.category), clean(line.server)].filter(Boolean).map((tag) => tag.slice(0, 40)),
    },
    operations: params
      ? [{ name: "run", title: "", description: "", exampleRequests: [], inputs: { input: params } }]
      : [],
  };
}
