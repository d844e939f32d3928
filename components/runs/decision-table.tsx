import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import type { RoutingDecision } from "#lib/routing/schema.ts";

type DecisionTableProps = {
  readonly decision: RoutingDecision;
  /** Asks again with this tool. */
  readonly onUse?: (toolSlug: string) => void;
};

/** Why this tool: candidates with scores and reasons, what was left out and by which rule, the model, and the time it took. */
export function DecisionTable({ decision, onUse }: DecisionTableProps) {
  const milliseconds = decision.steps.reduce((sum, step) => sum + step.milliseconds, 0);
  return (
    <div className="flex flex-col gap-6">
      <p>{decision.sentence}</p>
      {decision.candidates.length > 0 && (
        <ul className="flex flex-col divide-y">
          {decision.candidates.map((candidate) => (
            <li
              key={`${candidate.toolSlug} ${candidate.operationName}`}
              className="flex flex-col gap-1 py-3 first:pt-0"
            >
              <div className="flex items-baseline justify-between gap-2">
                <Link
                  href={`/catalog/${candidate.toolSlug}`}
                  className="font-semibold text-accent hover:text-accent-hover"
                >
                  {candidate.toolName}
                </Link>
                {candidate.isChosen ? (
                  <Badge tone="accent">chosen</Badge>
                ) : (
                  onUse && (
                    <button
                      type="button"
                      className="text-accent text-small underline underline-offset-3 max-md:min-h-11"
                      onClick={() => onUse(candidate.toolSlug)}
                    >
                      use this
                    </button>
                  )
                )}
              </div>
              <p className="text-muted text-small">{candidate.title}</p>
              <ScoreBar
                value={candidate.score}
                label={`Match of ${candidate.toolName}`}
                text={candidate.score.toFixed(2)}
              />
              <p className="text-small">{candidate.reason}</p>
            </li>
          ))}
        </ul>
      )}
      {decision.excluded.length > 0 && (
        <section className="flex flex-col gap-2">
          <h3 className="text-lead">Left out</h3>
          <ul className="flex flex-col gap-2">
            {decision.excluded.map((excluded) => (
              <li key={excluded.toolSlug}>
                <Link
                  href={`/catalog/${excluded.toolSlug}`}
                  className="font-semibold text-accent hover:text-accent-hover"
                >
                  {excluded.toolName}
                </Link>
                <p className="text-small">{excluded.reason}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="flex flex-col gap-2">
        <h3 className="text-lead">How it was decided</h3>
        <KeyValueList
          layout="row"
          items={[
            ...(decision.model
              ? [{ key: "Model", value: `${decision.model.name}. ${decision.model.reason}` }]
              : []),
            ...decision.steps.map((step) => ({
              key: step.name,
              value: `${step.detail} (${step.milliseconds.toFixed(1)} ms)`,
            })),
            { key: "Together", value: `${milliseconds.toFixed(1)} ms` },
          ]}
        />
      </section>
    </div>
  );
}
