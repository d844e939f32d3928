"use client";

import { lazy, Suspense } from "react";
import { cn } from "#components/ui/cn.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";

const HighlightedCode = lazy(() => import("#components/ui/highlighted-code.tsx"));

type CodeBlockProps = {
  code: string;
  /** Colours the code when it is one of the languages in highlight.ts; anything else stays plain. */
  language?: string;
  /** A short line above: a file name or what the code does. */
  title?: string;
  className?: string;
};

/** Code with a copy button; long lines wrap, so nothing is out of sight. The highlighter is loaded when the first block with a language is shown. */
export function CodeBlock({ code, language, title, className }: CodeBlockProps) {
  return (
    <figure className={cn("relative min-w-0 overflow-hidden rounded-control border bg-sunken", className)}>
      <figcaption
        className={cn(
          "flex min-h-8 items-center border-b pr-11 pl-3 text-muted text-small max-md:min-h-11",
          !title && "sr-only",
        )}
      >
        {title ?? language}
      </figcaption>
      <div className={cn("absolute right-0.5", title ? "top-0" : "top-0.5")}>
        <CopyButton text={code} />
      </div>
      <pre className="whitespace-pre-wrap break-words p-3 pr-11 text-code">
        <code>
          {language ? (
            <Suspense fallback={code}>
              <HighlightedCode code={code} language={language} />
            </Suspense>
          ) : (
            code
          )}
        </code>
      </pre>
    </figure>
  );
}
