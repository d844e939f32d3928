import type { ReactNode } from "react";
import { WeftMark } from "#components/layout/weft-mark.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-content flex-col gap-8 px-8 py-12 max-md:gap-6 max-md:px-4 max-md:py-6">
      <p className="flex items-center gap-2 font-semibold font-serif text-lead">
        <WeftMark />
        {t("product")}
      </p>
      <main id="content" className="flex flex-col gap-8">
        {children}
      </main>
    </div>
  );
}
