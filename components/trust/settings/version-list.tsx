import type { ReactNode } from "react";
import { Section } from "#components/layout/section.tsx";
import { DifferenceList } from "#components/trust/settings/difference-list.tsx";
import { RestoreButton } from "#components/trust/settings/restore-button.tsx";
import { differencesOf, t } from "#components/trust/settings/setting-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Time } from "#components/ui/time.tsx";
import { formatTime } from "#components/ui/time-words.ts";
import type { SettingsVersion, SettingsView } from "#lib/trust/change-input.ts";
import { standardSettings, type TrustSettings } from "#lib/trust/settings.ts";

type RestoreProps = { view: SettingsView; settings: TrustSettings; isCurrent: boolean; of: string };

function Restore({ view, settings, isCurrent, of }: RestoreProps) {
  if (isCurrent) return <Badge tone="accent">{t("current")}</Badge>;
  const differences = differencesOf(view.settings, settings);
  if (differences.length === 0) return <p className="text-muted text-small">{t("restoreSame")}</p>;
  return <RestoreButton settings={settings} basedOn={view.id} differences={differences} of={of} />;
}

function Row({ head, action, children }: { head: ReactNode; action: ReactNode; children?: ReactNode }) {
  return (
    <li className="flex flex-col gap-2 p-4 not-last:border-b">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">{head}</div>
        {action}
      </div>
      {children}
    </li>
  );
}

type VersionProps = { view: SettingsView; version: SettingsVersion; before: TrustSettings | null };

function Version({ view, version, before }: VersionProps) {
  const differences = before && differencesOf(before, version.settings);
  const of = `${version.setBy}, ${formatTime(Date.parse(version.setAt), "minute", "UTC")}`;
  return (
    <Row
      head={
        <>
          <p>
            <span className="font-semibold">{version.setBy}</span>,{" "}
            <Time value={version.setAt} mode="minute" />
          </p>
          <p className="measure break-words">{version.reason}</p>
        </>
      }
      action={<Restore view={view} settings={version.settings} isCurrent={version.id === view.id} of={of} />}
    >
      {differences?.length === 0 && <p className="text-muted text-small">{t("same")}</p>}
      {differences && differences.length > 0 && (
        <Disclosure framed={false} summary={t("differs", { count: differences.length })}>
          <DifferenceList differences={differences} />
        </Disclosure>
      )}
    </Row>
  );
}

/** Every version with who, when, why and what was different, and the way back to it. */
export function VersionList({ view, isWhole }: { view: SettingsView; isWhole: boolean }) {
  const { history } = view;
  return (
    <Section title={t("versions")} description={t("versionsText")}>
      <ul className="rounded-card border bg-surface">
        {history.map((version, at) => (
          <Version
            key={version.id}
            view={view}
            version={version}
            before={history[at + 1]?.settings ?? (isWhole ? standardSettings : null)}
          />
        ))}
        <Row
          head={
            <>
              <p className="font-semibold">{t("standardVersion")}</p>
              <p className="text-muted">{t("standardVersionText")}</p>
            </>
          }
          action={
            <Restore
              view={view}
              settings={standardSettings}
              isCurrent={view.id === null}
              of={t("standardVersion")}
            />
          }
        />
      </ul>
      {!isWhole && <p className="text-muted text-small">{t("versionsMore", { count: history.length })}</p>}
    </Section>
  );
}
