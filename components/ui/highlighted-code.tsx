"use client";

import { useEffect, useState } from "react";
import { type CodeToken, highlight } from "#components/ui/highlight.ts";

/** The words of a code block in colour; plain until the grammar is there. */
export default function HighlightedCode({ code, language }: { code: string; language: string }) {
  const [lines, setLines] = useState<readonly CodeToken[][] | null>(null);
  useEffect(() => {
    let stale = false;
    highlight(code, language).then((next) => {
      if (!stale) setLines(next);
    });
    return () => {
      stale = true;
    };
  }, [code, language]);
  if (!lines) return code;
  let offset = 0;
  return lines.map((line, index) => {
    const key = offset;
    offset += line.reduce((length, token) => length + token.text.length, 1);
    return (
      <span key={key}>
        {index > 0 && "\n"}
        {line.map((token) => (
          <span key={token.at} className={token.className}>
            {token.text}
          </span>
        ))}
      </span>
    );
  });
}
