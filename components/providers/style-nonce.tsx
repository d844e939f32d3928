"use client";

import { useLayoutEffect } from "react";

declare global {
  var __webpack_nonce__: string | undefined;
}

/**
 * The scroll lock of dialogs writes a style element when one opens and takes its nonce from this global
 * (the package get-nonce); without it the Content-Security-Policy would refuse the element. The first nonce stays:
 * later ones come with refreshed parts of the page, while the browser goes by the policy of the document.
 */
export function StyleNonce({ nonce }: { nonce: string | undefined }) {
  useLayoutEffect(() => {
    globalThis.__webpack_nonce__ ??= nonce;
  }, [nonce]);
  return null;
}
