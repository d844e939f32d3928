import type { Metadata } from "next";
import { GuidePage } from "#components/layout/guide-page.tsx";
import { guides, readGuide } from "#lib/guides.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

const [guide] = guides;

export const metadata: Metadata = { title: guide.title };

export default async function DocsPage() {
  await requireViewer();
  return <GuidePage {...guide} guides={guides} markdown={await readGuide(guide.slug)} />;
}
