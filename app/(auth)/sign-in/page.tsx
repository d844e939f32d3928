import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { DemoPersonCard } from "#components/identity/demo-person-card.tsx";
import { HowToConnect } from "#components/identity/how-to-connect.tsx";
import { Section } from "#components/layout/section.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { Notice } from "#components/ui/notice.tsx";
import { env } from "#lib/env.ts";
import { portalOrigin } from "#lib/http/portal-origin.ts";
import { localPath } from "#lib/identity/local-path.ts";
import { currentViewer } from "#lib/identity/server/current-viewer.ts";
import { listDemoPeople } from "#lib/identity/server/list-demo-people.ts";
import { signInRefusalSchema } from "#lib/identity/sign-in.ts";
import { signIn } from "#lib/messages/en/sign-in.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(signIn);

export const metadata: Metadata = { title: t("title") };

type Search = Promise<Record<string, string | string[] | undefined>>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const [search, viewer, given] = await Promise.all([searchParams, currentViewer(), headers()]);
  const origin = portalOrigin(given);
  const next = localPath(first(search.next) ?? first(search.callbackUrl), origin);
  if (viewer) redirect(next);

  const { isDemo, oidc } = env();
  const people = await listDemoPeople();
  const error = first(search.error);
  const refusal = error ? (signInRefusalSchema.safeParse(error).data ?? "provider-answer") : undefined;
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-page">{t("title")}</h1>
        <p className="measure text-muted">{t("intro")}</p>
      </header>
      {refusal && (
        <div role="alert" className="max-w-thread">
          <Notice tone="danger" title={t("refused")}>
            {t(refusal)}
          </Notice>
        </div>
      )}
      {oidc && (
        <Section title={t("companyTitle")}>
          {/* A plain link: the way through the provider is a navigation, and nothing must fetch it ahead. */}
          <p>
            <a
              href={`/api/auth/signin/oidc?callbackUrl=${encodeURIComponent(next)}`}
              className={buttonStyles({ variant: "primary" })}
            >
              {t("continueWith", { name: oidc.name })}
            </a>
          </p>
        </Section>
      )}
      {isDemo && people.length > 0 && (
        <Section title={t("demoTitle")} description={<span className="measure block">{t("demoIntro")}</span>}>
          <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-3">
            {people.map((person) => (
              <li key={person.email}>
                <DemoPersonCard person={person} next={next} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isDemo && people.length === 0 && (
        <Notice tone="caution" title={t("demoEmptyTitle")}>
          {t("demoEmpty")} <code className="text-code">{t("demoEmptyCommand")}</code>
        </Notice>
      )}
      {!isDemo && !oidc && <HowToConnect origin={origin} />}
    </>
  );
}
