import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import type { SetupState, SetupStep } from "#lib/identity/setup.ts";
import { setup } from "#lib/messages/en/setup.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(setup);

const tones: Readonly<Record<SetupState, StatusTone>> = {
  done: "positive",
  missing: "caution",
  later: "neutral",
};

type SetupStepCardProps = {
  step: SetupStep;
  state: SetupState;
  /** What is there, or what is missing. */
  children: ReactNode;
  /** Variables to set. */
  toType?: readonly string[];
};

/** One thing that an installation needs, with what to type when it is not there. */
export function SetupStepCard({ step, state, children, toType }: SetupStepCardProps) {
  return (
    <Card className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lead">{t(step)}</h2>
        <Status tone={tones[state]}>{t(`state-${state}`)}</Status>
      </div>
      <div className="flex flex-col gap-2">{children}</div>
      {state !== "done" && toType && (
        <>
          <p className="text-muted text-small">{t("typeThis")}</p>
          <CodeBlock code={toType.join("\n")} language="bash" />
        </>
      )}
    </Card>
  );
}
