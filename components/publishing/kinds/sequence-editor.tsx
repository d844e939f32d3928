"use client";

import { useQueries } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Section } from "#components/layout/section.tsx";
import { t } from "#components/publishing/draft/agent-words.ts";
import { type OperationForm, placeId, withBinding } from "#components/publishing/kinds/operation-form.ts";
import type { PartChoice } from "#components/publishing/kinds/operation-workbench.tsx";
import { operationIn, partOperationsQuery } from "#components/publishing/kinds/part-queries.ts";
import { referencesFor } from "#components/publishing/kinds/references.ts";
import { SequenceStep } from "#components/publishing/kinds/sequence-step.tsx";
import { useRows } from "#components/publishing/use-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { type AgentStep, agentBindingSchema } from "#lib/catalog/operation.ts";
import { sequenceProblems } from "#lib/tools/sequence.ts";

const mostSteps = 20;

/** Steps one after the other; each may use what the request and the steps before it gave. */
export function SequenceEditor({
  operation,
  onChange,
  errorOf,
  parts,
}: OperationForm & { parts: readonly PartChoice[] }) {
  const steps = (Array.isArray(operation.binding.steps) ? operation.binding.steps : []) as AgentStep[];
  const { rows, add, remove, move, change } = useRows<AgentStep>(steps, (next) =>
    onChange(withBinding(operation, { steps: next })),
  );
  const tools = [...new Set(rows.map(({ value }) => value.tool).filter(Boolean))];
  const found = useQueries({ queries: tools.map((slug) => partOperationsQuery(slug)) });
  const outputOf = ({ tool, operation: name }: Pick<AgentStep, "tool" | "operation">) =>
    operationIn(found[tools.indexOf(tool)]?.data?.operations, name)?.outputSchema ?? null;
  const parsed = agentBindingSchema.safeParse({
    ...operation.binding,
    steps: rows.map(({ value }) => value),
  });
  const problems = parsed.success ? sequenceProblems(parsed.data) : [];
  const error = errorOf("binding.steps");
  const id = placeId("binding.steps");
  return (
    <Section title={t("steps")} description={t("stepsHint")}>
      <div id={id} tabIndex={-1} className="flex min-w-0 flex-col gap-3 rounded-control">
        {rows.map(({ id: row, value }, at) => {
          const others = rows.filter((one) => one.id !== row).map((one) => one.value.id);
          const earlier = rows.slice(0, at).map((one) => one.value);
          return (
            <SequenceStep
              key={row}
              number={at + 1}
              step={value}
              taken={others}
              parts={parts}
              references={referencesFor(operation.inputSchema, earlier, outputOf)}
              problems={problems}
              onChange={(next) => change(row, next)}
              onRemove={() => remove(row)}
              onMove={(by) => move(row, by)}
            />
          );
        })}
        {rows.length === 0 && <p className="text-muted">{t("noSteps")}</p>}
        {error && <p className="text-danger text-small">{error}</p>}
        <div>
          <Button
            size="small"
            disabled={rows.length >= mostSteps}
            onClick={() => {
              const number = rows.length + 1;
              const taken = rows.map(({ value }) => value.id);
              const free = [number, number + 1, number + 2].find((one) => !taken.includes(`step-${one}`));
              add({ id: `step-${free ?? `${number}-x`}`, tool: "", operation: "", inputs: {} });
            }}
          >
            <Plus />
            {t("addStep")}
          </Button>
        </div>
      </div>
    </Section>
  );
}
