export type PagePolicy = {
  /** Fresh for every answer; scripts and styles that the server writes carry it. */
  readonly nonce: string;
  /** Origins besides the portal's own that a form may lead to: the identity provider. */
  readonly formTargets?: readonly string[];
  /** Sites that may show the page in a frame; nobody without it. */
  readonly frameAncestors?: readonly string[];
  /** The development server evaluates code, writes styles without a nonce, and talks over a socket. */
  readonly isDevelopment?: boolean;
};

/**
 * The Content-Security-Policy of a page. No `strict-dynamic`: it would let any trusted script load any other address.
 * Style attributes are allowed apart from style elements, because server-rendered `style=""` cannot carry a nonce.
 */
export function pagePolicy({
  nonce,
  formTargets = [],
  frameAncestors = [],
  isDevelopment = false,
}: PagePolicy): string {
  const own = `'self' 'nonce-${nonce}'`;
  const directives: Record<string, string> = {
    "default-src": "'none'",
    "script-src": isDevelopment ? `${own} 'unsafe-eval'` : own,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : own,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": isDevelopment ? "'self' ws:" : "'self'",
    "manifest-src": "'self'",
    "form-action": ["'self'", ...formTargets].join(" "),
    "frame-ancestors": frameAncestors.length > 0 ? frameAncestors.join(" ") : "'none'",
    "base-uri": "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** The policy of everything that is not a page: nothing runs, nothing loads, nothing frames it. */
export const dataPolicy = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
