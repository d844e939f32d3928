import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import type { AccessAnswer } from "#lib/policy/access.ts";

const t = translator(policies);

/** The decision in a sentence, its reason as the person would read it, and every rule that was asked. */
export function AccessVerdict({ answer }: { answer: AccessAnswer }) {
  const { person, tool, discover, use, rules } = answer;
  const names = { person: person.name, tool: tool.name };
  const deciding = discover.allowed ? use : discover;
  const sentence = use.allowed
    ? t("mayUse", names)
    : discover.allowed
      ? t("mayNotUse", names)
      : t("mayNotFind", names);
  const facts = t("personFacts", {
    team: person.teamName ?? "–",
    domain: person.domainName ?? "–",
    roles: person.roles.map((role) => role.replaceAll("-", " ")).join(", "),
  });
  const decidedBy = deciding.basis === "rule" ? rules.filter(({ id }) => deciding.ruleIds.includes(id)) : [];
  return (
    <div className="flex flex-col gap-3 border-t pt-4">
      <div>
        <p className="text-lead">
          <Status tone={use.allowed ? "positive" : "danger"}>{sentence}</Status>
        </p>
        <p className="text-muted text-small">{facts}</p>
        {!person.isActive && <p className="text-danger">{t("isInactive", { person: person.name })}</p>}
      </div>
      {deciding.allowed ? (
        <p>{t("whyAllowed")}</p>
      ) : (
        <div>
          <p>{deciding.reason}</p>
          <p className="text-muted text-small">
            {t("decidedBy")}{" "}
            {decidedBy.length > 0
              ? decidedBy.map((rule) => (
                  <TextLink key={rule.id} href={`/admin/policies?rule=${rule.id}`} scroll={false}>
                    {rule.title}
                  </TextLink>
                ))
              : t(`basis-${deciding.basis}`)}
            {deciding.contact && ` · ${t("askWhom", { contact: deciding.contact })}`}
          </p>
        </div>
      )}
      <div className="flex flex-col gap-1">
        <h3 className="text-muted text-small">{rules.length > 0 ? t("rulesHere") : t("rulesHereNone")}</h3>
        <ul className="flex flex-col gap-1">
          {rules.map((rule) => (
            <li key={rule.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>{rule.sentence}</span>
              <Status tone={rule.stops ? "danger" : "positive"} className="text-small">
                {t(rule.stops ? "stops" : "letsPass")}
              </Status>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
