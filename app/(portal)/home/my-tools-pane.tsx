import { t } from "#components/home/home-words.ts";
import { MyToolRows } from "#components/home/my-tool-rows.tsx";
import { Section } from "#components/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DeskTool } from "#lib/publishing/my-tools.ts";

/** The tools that an owner answers for, and what each needs. */
export async function MyToolsPane({ myTools }: { myTools: Promise<readonly DeskTool[]> }) {
  const tools = await myTools;
  if (tools.length === 0) return null;
  return (
    <Section title={t("myTools")} actions={<TextLink href="/my">{t("myWork")}</TextLink>}>
      <MyToolRows tools={tools} />
    </Section>
  );
}
