import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** The first thing that Tab reaches: past the navigation to the page. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="float layer-toast sr-only fixed top-2 left-2 px-3 py-2 text-accent focus-visible:not-sr-only focus-visible:fixed focus-visible:px-3 focus-visible:py-2"
    >
      {t("skip")}
    </a>
  );
}
