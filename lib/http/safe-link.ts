/**
 * The address of a link in text that nobody vouches for, or null. Only http, https and mailto without userinfo, and
 * paths of the portal itself; everything else (javascript:, data:, protocol-relative) is no link.
 */
export function safeLink(
  href: string | undefined,
): { readonly href: string; readonly host: string | null } | null {
  if (!href) return null;
  const text = href.trim();
  if (/^\/(?![/\\])/.test(text)) return { href: text, host: null };
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") return null;
  if (url.protocol === "mailto:") return { href: url.href, host: null };
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  return { href: url.href, host: url.host };
}
