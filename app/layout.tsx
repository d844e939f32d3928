import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { fontVariables } from "./fonts.ts";
import "./globals.css";
import { Providers } from "#components/providers/providers.tsx";
import { parseTheme, themeCookie } from "#components/providers/theme-cookie.ts";

export const metadata: Metadata = {
  title: { default: "Weft", template: "%s · Weft" },
  description: "Discover, trust and use the tools that your colleagues own.",
  icons: { icon: "/icon.svg" },
};

// The canvas of each theme, in the notation that browsers read here.
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#151310" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [cookieJar, requestHeaders] = await Promise.all([cookies(), headers()]);
  const theme = parseTheme(cookieJar.get(themeCookie)?.value);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    <html
      lang="en"
      className={fontVariables}
      data-theme={theme === "system" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <Providers theme={theme} nonce={nonce} now={Date.now()}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
