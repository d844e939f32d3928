"use client";

import {
  Blocks,
  BookOpenText,
  Copy,
  ExternalLink,
  FileCode2,
  FileText,
  LayoutTemplate,
  PlugZap,
  SquarePen,
} from "lucide-react";
import { Section } from "#components/layout/section.tsx";
import {
  type Beginning,
  kindBeginnings,
  otherBeginnings,
} from "#components/publishing/new-tool/beginnings.ts";
import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import { LinkCard } from "#components/ui/card.tsx";

const icons = {
  prompt: SquarePen,
  knowledge: BookOpenText,
  http: FileCode2,
  mcp: PlugZap,
  agent: Blocks,
  link: ExternalLink,
  template: LayoutTemplate,
  clone: Copy,
  file: FileText,
} as const;

type CardsProps = {
  /** The address of the page with this way chosen. */
  hrefOf: (beginning: Beginning) => string;
  onChoose: (beginning: Beginning) => void;
};

function Cards({ ways, hrefOf, onChoose }: CardsProps & { ways: readonly Beginning[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">
      {ways.map((way) => {
        const Icon = icons[way];
        return (
          <li key={way} className="flex">
            <LinkCard
              href={hrefOf(way)}
              className="flex w-full flex-col gap-1"
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                onChoose(way);
              }}
            >
              <span className="flex items-center gap-2 text-lead">
                <Icon className="shrink-0 text-muted" />
                {t(`${way}Name`)}
              </span>
              <span>{t(`${way}What`)}</span>
              <span className="text-muted text-small">{t(`${way}Needs`)}</span>
            </LinkCard>
          </li>
        );
      })}
    </ul>
  );
}

/** The ways to begin a tool, each with what it is and what one needs at hand. */
export function BeginningCards(props: CardsProps) {
  return (
    <div className="flex flex-col gap-8">
      <Section title={t("beginWith")}>
        <Cards {...props} ways={kindBeginnings} />
      </Section>
      <Section title={t("otherWays")}>
        <Cards {...props} ways={otherBeginnings} />
      </Section>
    </div>
  );
}
