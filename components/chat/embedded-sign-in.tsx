"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Notice } from "#components/ui/notice.tsx";
import { use } from "#lib/messages/en/use.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(use);

type EmbeddedSignInProps = {
  /** Path of this page, for a tab of its own. */
  readonly path: string;
  /** The browser says that another site shows this frame, so it sends no sign-in along. */
  readonly isCrossSite: boolean;
};

/** The way in from inside a frame: signing in happens in a tab of its own, and this page goes on once it is done. */
export function EmbeddedSignIn({ path, isCrossSite }: EmbeddedSignInProps) {
  const router = useRouter();
  const [stage, setStage] = useState<"before" | "away" | "back">("before");
  const [isLooking, startLooking] = useTransition();
  const look = () => {
    setStage("back");
    startLooking(() => router.refresh());
  };
  // Whoever comes back from the other tab sees the tool without asking for it.
  useEffect(() => {
    if (stage === "before") return;
    const onFocus = () => {
      setStage("back");
      startLooking(() => router.refresh());
    };
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [stage, router]);

  // A sign-in that is still missing after coming back was kept from this frame by the browser.
  const isKept = isCrossSite || (stage === "back" && !isLooking);
  return (
    <main className="mx-auto flex max-w-thread flex-col items-start gap-4 p-6">
      <h1 className="text-title">{t("signInTitle")}</h1>
      <p className="measure text-muted">{t("signInText")}</p>
      {isKept ? (
        <Notice
          tone="caution"
          title={t("crossTitle")}
          action={
            <a href={path} target="_blank" rel="noopener" className={buttonStyles({ variant: "primary" })}>
              {t("openTab")}
            </a>
          }
        >
          {t("crossText")}
        </Notice>
      ) : null}
      {!isCrossSite && (
        <a
          href={`/sign-in?next=${encodeURIComponent("/signed-in")}`}
          target="_blank"
          rel="noopener"
          className={buttonStyles({ variant: "primary" })}
          onClick={() => setStage("away")}
        >
          {t("signIn")}
        </a>
      )}
      {stage !== "before" && !isCrossSite && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-muted">{t("waiting")}</p>
          <Button pending={isLooking} onClick={look}>
            {t("look")}
          </Button>
        </div>
      )}
    </main>
  );
}
