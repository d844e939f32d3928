import { areSameWord, nameWords, readWords, stemsOf } from "#lib/models/extractive/words.ts";

/** How much of a tool's name a request says: "what are the salary bands" says all of *Salary Bands*. */
export function namesTool(text: string, toolName: string): "all" | "part" | "none" {
  const words = readWords(text);
  const said = nameWords(toolName).map((own) => words.some(({ stems }) => areSameWord(stems, stemsOf(own))));
  if (said.every(Boolean)) return "all";
  return said.some(Boolean) ? "part" : "none";
}
