"use client";

import { useEffect } from "react";

/**
 * Inside somebody's frame every link opens in a tab of its own: the portal's other pages may not be framed, and going to
 * them without a new document would bring them into the frame all the same.
 */
export function EmbeddedLinks() {
  useEffect(() => {
    if (window.self === window.top) return;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.getAttribute("href")?.startsWith("#")) return;
      // The browser itself follows the link; the router never hears of it.
      link.target = "_blank";
      link.rel = "noopener";
      event.stopImmediatePropagation();
    };
    window.addEventListener("click", onClick, { capture: true });
    return () => window.removeEventListener("click", onClick, { capture: true });
  }, []);
  return null;
}
