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
  wrap?: boolean;
  className?: string;
};

/** Code with a copy button. The highlighter is loaded when the first block with a language is shown. */
export function CodeBlock({ code, language, title, wrap = false, className }: CodeBlockProps) {
  return (
    <figure className={cn("relative min-w-0 overflow-hidden rounded-control border bg-sunken", className)}>
      <figcaption
        className={cn(
          "flex items-center justify-between border-b pl-3 text-muted text-small",
          !title && "sr-only",
        )}
      >
        {title ?? language}
      </figcaption>
      <div className={cn("absolute right-0 bg-sunken", title ? "top-0 max-md:-top-1" : "top-0.5 right-0.5")}>
        <CopyButton text={code} className={cn(title && "size-7 max-md:size-9")} />
      </div>
      <pre
        // A block that scrolls must be reachable by key.
        tabIndex={0}
        className={cn(
          "overflow-x-auto p-3 pr-11 text-code -outline-offset-2",
          wrap && "whitespace-pre-wrap break-words",
        )}
      >
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
