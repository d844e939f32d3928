"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { createQueryClient } from "#components/providers/query-client.ts";
import { StyleNonce } from "#components/providers/style-nonce.tsx";
import { ThemeProvider } from "#components/providers/theme.tsx";
import type { Theme } from "#components/providers/theme-cookie.ts";
import { NowProvider } from "#components/ui/now.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";

type ProvidersProps = { theme: Theme; nonce: string | undefined; now: number; children: ReactNode };

/** Everything that client components rely on from above; rendered once, in the root layout. */
export function Providers({ theme, nonce, now, children }: ProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        <NowProvider now={now}>
          <ThemeProvider initial={theme}>
            <TooltipProvider>
              <StyleNonce nonce={nonce} />
              <div className="isolate">{children}</div>
              <Toaster />
            </TooltipProvider>
          </ThemeProvider>
        </NowProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  );
}
