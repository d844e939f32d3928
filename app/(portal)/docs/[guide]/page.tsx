import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GuidePage } from "#components/layout/guide-page.tsx";
import { guides, readGuide } from "#lib/guides.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

type Props = { readonly params: Promise<{ guide: string }> };

async function guideOf({ params }: Props) {
  const { guide: slug } = await params;
  const guide = guides.find((candidate) => candidate.slug === slug);
  if (!guide) notFound();
  return guide;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await guideOf(props)).title };
}

export default async function GuideOfPage(props: Props) {
  await requireViewer();
  const guide = await guideOf(props);
  return <GuidePage {...guide} guides={guides} markdown={await readGuide(guide.slug)} />;
}
