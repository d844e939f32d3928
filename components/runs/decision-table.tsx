import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import type { RoutedOperation, RoutingDecision } from "#lib/routing/schema.ts";

const t = translator(chat);
const milliseconds = (value: number) => `${value.toFixed(1)}\u00a0ms`;

function ToolLink({ slug, name }: { slug: string; name: string }) {
  return (
    <Link href={`/catalog/${slug}`} className="font-semibold text-accent hover:text-accent-hover">
      {name}
    </Link>
  );
}

function Tried({ models }: { models: NonNullable<RoutingDecision["model"]>["tried"] }) {
  return (
    <ol className="flex flex-col gap-1">
      {models.map(({ name, reason }) => (
        <li key={name}>
          <span className="font-semibold">{name}</span>: {reason}
        </li>
      ))}
    </ol>
  );
}

type OnUse = ((toolSlug: string) => void) | undefined;

function Candidate({ candidate, onUse }: { candidate: RoutedOperation; onUse: OnUse }) {
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0">
      <div className="flex items-center justify-between gap-2">
        <ToolLink slug={candidate.toolSlug} name={candidate.toolName} />
        {candidate.isChosen ? (
          <Badge tone="accent">{t("chosen")}</Badge>
        ) : (
          onUse && (
            <Button size="small" onClick={() => onUse(candidate.toolSlug)}>
              {t("useThis")}
            </Button>
          )
        )}
      </div>
      <div className="flex items-baseline justify-between gap-2">
        <span className="text-muted text-small">{candidate.title}</span>
        <ScoreBar
          value={candidate.score}
          label={t("matchOf", { name: candidate.toolName })}
          text={candidate.score.toFixed(2)}
        />
      </div>
      <p className="text-small">{candidate.reason}</p>
    </li>
  );
}

type DecisionTableProps = {
  readonly decision: RoutingDecision;
  /** Asks again with this tool. */
  readonly onUse?: OnUse;
};

/** Why this tool: candidates with scores and reasons, what was left out and by which rule, the model, and the time it took. */
export function DecisionTable({ decision, onUse }: DecisionTableProps) {
  const { model, steps } = decision;
  return (
    <div className="flex flex-col gap-6">
      <p>{decision.sentence}</p>
      {decision.candidates.length > 0 && (
        <ul className="flex flex-col divide-y">
          {decision.candidates.map((candidate) => (
            <Candidate
              key={`${candidate.toolSlug} ${candidate.operationName}`}
              candidate={candidate}
              onUse={onUse}
            />
          ))}
        </ul>
      )}
      {decision.excluded.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="text-lead">{t("leftOut")}</h3>
          <ul className="flex flex-col gap-2">
            {decision.excluded.map((excluded) => (
              <li key={excluded.toolSlug}>
                <ToolLink slug={excluded.toolSlug} name={excluded.toolName} />
                <p className="text-small">{excluded.reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="flex flex-col gap-2">
        <h3 className="text-lead">{t("howDecided")}</h3>
        <KeyValueList
          layout="row"
          items={[
            ...(model ? [{ key: t("model"), value: `${model.name}. ${model.reason}` }] : []),
            ...(model && model.tried.length > 0
              ? [{ key: t("triedBefore"), value: <Tried models={model.tried} /> }]
              : []),
            ...steps.map((step) => ({
              key: step.name,
              value: `${step.detail} (${milliseconds(step.milliseconds)})`,
            })),
            {
              key: t("together"),
              value: milliseconds(steps.reduce((sum, step) => sum + step.milliseconds, 0)),
            },
          ]}
        />
      </section>
    </div>
  );
}
