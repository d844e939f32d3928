"use client";

import { Replace, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { compareHref } from "#components/catalog/compare/compare-address.ts";
import { ToolPicker } from "#components/catalog/compare/tool-picker.tsx";
import { t } from "#components/catalog/compare/words.ts";
import { Button } from "#components/ui/button.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { TextLink } from "#components/ui/text-link.tsx";

type Column = { slug: string; name: string };
type ColumnHeadProps = { tool: Column; slugs: readonly string[]; onlyDifferences: boolean };

/** Above a column: the tool, and how to have another one there or none. */
export function CompareColumnHead({ tool, slugs, onlyDifferences }: ColumnHeadProps) {
  const [isReplacing, setReplacing] = useState(false);
  const router = useRouter();
  const replace = ({ slug }: Column) => {
    setReplacing(false);
    const next = slugs.map((one) => (one === tool.slug ? slug : one));
    router.push(compareHref(next, onlyDifferences), { scroll: false });
  };
  const others = slugs.filter((slug) => slug !== tool.slug);
  return (
    <div className="flex flex-col gap-1">
      <TextLink href={`/catalog/${tool.slug}`} className="text-lead">
        {tool.name}
      </TextLink>
      {isReplacing ? (
        <div className="flex flex-col gap-1 font-normal">
          <ToolPicker label={t("replaceWith", { tool: tool.name })} without={slugs} onPick={replace} />
          <Button variant="quiet" size="small" onClick={() => setReplacing(false)} className="self-start">
            {t("stop")}
          </Button>
        </div>
      ) : (
        <div className="-ml-2 flex flex-wrap">
          <Button
            variant="quiet"
            size="small"
            aria-label={t("replaceTool", { tool: tool.name })}
            onClick={() => setReplacing(true)}
          >
            <Replace />
            {t("replace")}
          </Button>
          <Link
            href={compareHref(others, onlyDifferences)}
            scroll={false}
            aria-label={t("remove", { tool: tool.name })}
            className={buttonStyles({ variant: "quiet", size: "small" })}
          >
            <X />
          </Link>
        </div>
      )}
    </div>
  );
}

/** Adds one more tool to the comparison. */
export function AddColumn({ slugs, onlyDifferences }: Omit<ColumnHeadProps, "tool">) {
  const router = useRouter();
  const add = ({ slug }: Column) =>
    router.push(compareHref([...slugs, slug], onlyDifferences), { scroll: false });
  return <ToolPicker label={t("add")} without={slugs} onPick={add} />;
}
