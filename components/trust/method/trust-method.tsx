import type { ReactNode } from "react";
import { Section } from "#components/layout/section.tsx";
import { componentRules } from "#components/trust/method/component-rules.ts";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { Time } from "#components/ui/time.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { trustMethod } from "#lib/messages/en/trust-method.ts";
import { formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { SettingsView } from "#lib/trust/change-input.ts";
import { trustComponents } from "#lib/trust/mark.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";

const t = translator(trustMethod);
const name = translator(trust);

function Framed({ children }: { children: ReactNode }) {
  return <div className="overflow-clip rounded-card border bg-surface">{children}</div>;
}

function Components({ settings }: { settings: TrustSettings }) {
  const rules = componentRules(settings);
  return (
    <Framed>
      <Table label={t("formula")}>
        <TableHead>
          <TableHeadCell>{t("colComponent")}</TableHeadCell>
          <TableHeadCell numeric>{t("colWeight")}</TableHeadCell>
          <TableHeadCell>{t("colRule")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {trustComponents.map((component) => (
            <TableRow key={component}>
              <TableCell phone="first">{name(component)}</TableCell>
              <TableCell numeric phone="aside">
                {settings.weights[component].toFixed(2)}
              </TableCell>
              <TableCell phone="second">{rules[component]}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Framed>
  );
}

function Gates({ gates }: Pick<TrustSettings, "gates">) {
  const sentences = [
    t("gateBlocked"),
    t("gateUnowned", { days: gates.unownedDays }),
    t("gateNotRated", { count: gates.neededComponents }),
    t("gateFloor", { cap: gates.atFloor }),
    t("gateOverdue", { cap: gates.overdue }),
    t("gateDeprecated"),
    t("gateExemption"),
  ];
  return (
    <ul className="measure flex list-disc flex-col gap-1 pl-5">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Changes({ history }: Pick<SettingsView, "history">) {
  if (history.length === 0) return <p className="measure">{t("changesNone")}</p>;
  return (
    <Framed>
      <Table label={t("changes")} density="dense">
        <TableHead>
          <TableHeadCell>{t("colWhen")}</TableHeadCell>
          <TableHeadCell>{t("colWho")}</TableHeadCell>
          <TableHeadCell>{t("colWhy")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {history.map((change) => (
            <TableRow key={change.id}>
              <TableCell phone="aside">
                <Time value={change.setAt} mode="date" />
              </TableCell>
              <TableCell phone="first">{change.setBy}</TableCell>
              <TableCell phone="second">{change.reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Framed>
  );
}

/** How the number is made, with the settings in force, for everybody who reads one. */
export function TrustMethod({ settings, history }: SettingsView) {
  const { bands, strength, gates } = settings;
  return (
    <div className="flex flex-col gap-10">
      <Section title={t("formula")}>
        <p className="measure">
          {t("formulaText", {
            main: formatShare(1 - settings.weakestLink),
            link: formatShare(settings.weakestLink),
          })}
        </p>
        <p className="measure">{t("missingText", { cap: gates.withoutEvaluation })}</p>
        <Components settings={settings} />
      </Section>
      <Section title={t("gates")}>
        <Gates gates={gates} />
      </Section>
      <Section title={t("bands")}>
        <p className="measure">
          {t("bandsText", {
            trusted: bands.trusted,
            good: bands.good,
            care: bands.care,
            nights: bands.nights,
            margin: bands.margin,
          })}
        </p>
      </Section>
      <Section title={t("strength")}>
        <p className="measure">
          {t("strengthText", {
            items: strength.items,
            calls: strength.calls,
            raters: strength.raters,
            strong: formatShare(strength.strong),
            partial: formatShare(strength.partial),
          })}
        </p>
      </Section>
      <Section title={t("when")}>
        <p className="measure">{t("whenText")}</p>
      </Section>
      <Section title={t("wrong")}>
        <p className="measure">{t("wrongText")}</p>
      </Section>
      <Section title={t("changes")}>
        <Changes history={history} />
      </Section>
    </div>
  );
}
