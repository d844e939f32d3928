import type { ToolWords } from "#lib/catalog/schema.ts";

const script = `<script>document.title = "taken over"</script><img src=x onerror="document.title='taken over'">`;
/** Turns round what stands behind it, unless the page keeps it to itself. */
const bidirectional = "\u202Edesrever\u202C \u2066isolated\u2069 \u200Fright";
const invisible = "zero\u200Bwidth\u200Djoined\uFEFF";
const pictures = "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301\u0302\u0323";
const scripts = "Ελληνικά кириллица العربية 汉字 ไทย";
const long = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(5);

/** Everything that a text can do to a page, within the room of a line. */
export const hostileLine = [script, bidirectional, invisible, pictures, scripts, long]
  .join(" ")
  .slice(0, 400);
const short = `<b>${pictures}</b> \u202E${long}`;

/** Words of a tool that try to break the page in each of their fields. */
export const hostileWords: ToolWords = {
  name: `<img src=x onerror=alert(1)> \u202Eeman\u202C ${long}`.slice(0, 80),
  purpose: `${hostileLine} ${long}`.slice(0, 600),
  whenToUse: [hostileLine, long, script],
  whenNotToUse: [hostileLine],
  useInstead: [{ text: hostileLine, slug: "javascript:alert(1)" }],
  examples: [{ request: hostileLine, answer: `${hostileLine}\n${long}\n${script}` }],
  tags: [short.slice(0, 40), "<i>tag</i>", long.slice(0, 40)],
  synonyms: [short.slice(0, 80)],
  knownIssues: [hostileLine],
  limits: [hostileLine],
  docs: [
    `# ${hostileLine}`,
    hostileLine,
    `[a link](javascript:alert(1)) and <a href="javascript:alert(1)">another</a> and ![](x"onerror="alert(1))`,
    `<iframe src="https://example.com"></iframe>\n\n${long}`,
    `| ${long} | ${short} |\n| --- | --- |\n| ${script} | ${bidirectional} |`,
    `\`\`\`html\n${script}\n${long}\n\`\`\``,
  ].join("\n\n"),
};

/** Name of the owning team, in the words of the same kind. */
export const hostileName = `<u>Team</u> \u202Emaet\u202C ${long}`.slice(0, 120);
