import { ImageOff } from "lucide-react";
import Image from "next/image";
import type { ProseImageSource } from "#components/ui/prose/prose-resolver.ts";
import { safeLink } from "#lib/http/safe-link.ts";
import { docs } from "#lib/messages/en/docs.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(docs);

/** The room that is kept for an image whose size is not known. */
const usual = { width: 1200, height: 800 };

type ProseImageProps = { target: string; alt: string; image: ProseImageSource | null };

/** An image that the portal holds; one from elsewhere is a link, so that nobody learns who reads the page. */
export function ProseImage({ target, alt, image }: ProseImageProps) {
  if (image) {
    return (
      <Image
        src={image.src}
        alt={alt}
        width={image.width ?? usual.width}
        height={image.height ?? usual.height}
        unoptimized
        className="my-1 h-auto max-w-full rounded-card border bg-surface"
      />
    );
  }
  const link = safeLink(target);
  const isElsewhere = link?.host !== null && link !== null;
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 rounded-chip border bg-sunken px-2 py-0.5 font-sans text-muted text-small wrap-anywhere">
      <ImageOff />
      {isElsewhere ? (
        <>
          <a
            href={link.href}
            rel="noopener noreferrer nofollow"
            target="_blank"
            className="text-accent underline underline-offset-3"
          >
            {alt || t("imageAt", { host: link.host ?? "" })}
          </a>
          <span>{t("imageElsewhere")}</span>
        </>
      ) : (
        <span>
          {t("imageMissing", { name: target.replace(/^image:/, "") })}
          {alt && `: ${alt}`}
        </span>
      )}
    </span>
  );
}
