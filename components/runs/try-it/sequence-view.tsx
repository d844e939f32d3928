import type { ReactNode } from "react";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { JsonValue } from "#components/ui/json-node.ts";
import { JsonView } from "#components/ui/json-view.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { translator } from "#lib/messages/translate.ts";
import type { Proposal, SequenceResult } from "#lib/runs/sequence-result.ts";

const t = translator(tryIt);

type Step = SequenceResult["steps"][number];
/** Shows what a step answered, like a result of its tool by itself. */
type OutputOf = (step: Step) => ReactNode;
const tones: Record<Step["status"], StatusTone> = {
  succeeded: "positive",
  failed: "danger",
  skipped: "neutral",
  proposed: "caution",
};
const words: Record<Step["status"], string> = {
  succeeded: t("stepSucceeded"),
  failed: t("stepFailed"),
  skipped: t("stepSkipped"),
  proposed: t("stepProposed"),
};

/** What an agent did, step by step, and the step that waits for the person. */
export function SequenceView({ result, outputOf }: { result: SequenceResult; outputOf: OutputOf }) {
  const tool = (slug: string) => result.steps.find((step) => step.tool === slug)?.toolName ?? slug;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <ol aria-label={t("steps")} className="flex flex-col gap-2 empty:hidden">
        {result.steps.map((step, at) => (
          <li key={step.id}>
            <Disclosure
              open={step.status !== "skipped" && step.status !== "proposed"}
              summary={
                <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 py-1">
                  <span className="min-w-0">
                    <span className="text-muted">{at + 1}. </span>
                    <span className="font-semibold">{step.title}</span>{" "}
                    <span className="text-muted text-small">{step.toolName}</span>
                  </span>
                  <Status tone={tones[step.status]} className="text-small">
                    {words[step.status]}
                  </Status>
                </span>
              }
            >
              <StepDetails step={step} outputOf={outputOf} />
            </Disclosure>
          </li>
        ))}
      </ol>
      {result.proposal && <ProposalCard proposal={result.proposal} toolName={tool(result.proposal.tool)} />}
    </div>
  );
}

function StepDetails({ step, outputOf }: { step: Step; outputOf: OutputOf }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {step.reason && (
        <p className={step.status === "failed" ? "text-danger" : "text-muted"}>{step.reason}</p>
      )}
      {step.status === "succeeded" && outputOf(step)}
      <TextLink href={`/catalog/${step.tool}`} className="self-start text-small">
        {step.toolName}
      </TextLink>
    </div>
  );
}

function ProposalCard({ proposal, toolName }: { proposal: Proposal; toolName: string }) {
  const href =
    tryHref(proposal.tool, proposal.operation, proposal.arguments) ??
    tryHref(proposal.tool, proposal.operation);
  return (
    <Card className="flex flex-col gap-3 border-caution">
      <div>
        <p className="font-semibold">{t("proposal", { title: proposal.title })}</p>
        <p className="text-muted">{t("proposalText", { tool: toolName })}</p>
      </div>
      <JsonView value={proposal.arguments as JsonValue} label={t("arguments")} />
      {href && (
        <LinkButton href={href} className="self-start">
          {t("openForm")}
        </LinkButton>
      )}
    </Card>
  );
}
