import { t } from "#components/ownership/health-words.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Offboarding } from "#lib/ownership/offboarding.ts";

/** What hangs on a person who is to be deactivated, and where each thing goes. */
export function OffboardingList({ offboarding }: { offboarding: Offboarding }) {
  if (offboarding.steps.length === 0) return <p>{t("leavesNothing")}</p>;
  return (
    <div className="flex flex-col gap-1 text-text">
      <p>{t("leaves")}</p>
      <ul className="flex max-h-72 list-disc flex-col gap-1 overflow-y-auto pl-5">
        {offboarding.steps.map(({ kind, name, href, to }) => (
          <li key={`${kind} ${href}`}>
            <TextLink href={href} target="_blank">
              {name}
            </TextLink>{" "}
            {t(`leaves-${kind}`, { to: to ?? t("leaves-nobody") })}
          </li>
        ))}
      </ul>
    </div>
  );
}
