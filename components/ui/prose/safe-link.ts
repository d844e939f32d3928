/** Where a link of a document may lead: into the portal, or outside with the host that is shown. */
export type SafeLink = { kind: "inside"; href: string } | { kind: "outside"; href: string; host: string };

const outsideProtocols = new Set(["http:", "https:", "mailto:"]);

/**
 * Judges the target of a link that somebody wrote. Null for everything that is not a path of the portal, a place in
 * the page, a web address without user and password, or an e-mail address.
 */
export function safeLink(target: string): SafeLink | null {
  const trimmed = target.trim();
  if (/^#[\p{L}\p{N}_-]*$/u.test(trimmed)) return { kind: "inside", href: trimmed };
  if (/^\/(?![/\\])/.test(trimmed)) return { kind: "inside", href: trimmed };
  let url: URL;
  try {
    url = new URL(trimmed);
  } catch {
    return null;
  }
  if (!outsideProtocols.has(url.protocol) || url.username !== "" || url.password !== "") return null;
  return { kind: "outside", href: url.href, host: url.protocol === "mailto:" ? url.pathname : url.host };
}
