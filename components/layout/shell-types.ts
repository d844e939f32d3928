/** Who looks at the frame; JSON-safe and no more than the frame shows. */
export type ShellViewer = {
  id: string;
  name: string;
  email: string;
  roles: readonly string[];
  teamName: string | null;
  domainName: string | null;
};

export type ShellDomain = { slug: string; name: string };

export const sidebarCookie = "weft-sidebar";
export const sampleNoticeCookie = "weft-sample-notice";
export type SidebarChoice = "wide" | "narrow" | null;
