const yearInSeconds = 365 * 24 * 60 * 60;

/** Keeps a preference of the frame (theme, sidebar, closed notes) for a year; never anything personal. */
export function setPreferenceCookie(name: string, value: string): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax${secure}`;
}
