"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useId, useState } from "react";
import type { Directory } from "#components/policy/directory.ts";
import { policyActs } from "#components/policy/mutations.ts";
import { RuleForm } from "#components/policy/rule-form.tsx";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import type { NewRule } from "#lib/policy/rule-input.ts";
import type { RuleView } from "#lib/policy/schema.ts";

const t = translator(policies);

type RuleSheetProps = {
  /** Null for a new rule. */
  rule: RuleView | null;
  directory: Directory;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger?: ReactNode;
};

/** The form of a rule beside the list. */
export function RuleSheet({ rule, directory, open, onOpenChange, trigger }: RuleSheetProps) {
  const formId = useId();
  const router = useRouter();
  // What the rule says by now, when somebody else was quicker: saving again replaces that, knowingly.
  const [current, setCurrent] = useState<RuleView | null>(null);
  const save = useMutation({
    mutationFn: (input: NewRule) => {
      if (!rule) return policyActs.create(input);
      return policyActs.change(rule.id, { ...input, revision: (current ?? rule).revision });
    },
    onSuccess: () => {
      showToast({ tone: "positive", title: t("wasSaved") });
      setCurrent(null);
      onOpenChange(false);
      router.refresh();
    },
    onError: async (error) => {
      if (error instanceof ApiError && error.fields.length > 0) return;
      if (rule && error instanceof ApiError && error.status === 409) {
        await policyActs.read(rule.id).then(setCurrent, tellFailure);
      } else tellFailure(error);
    },
  });
  const { error } = save;
  const fields = error instanceof ApiError ? error.fields : [];
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      {...(trigger ? { trigger } : {})}
      width="wide"
      title={t(rule ? "formEdit" : "formNew")}
      footer={
        <Button
          type="submit"
          form={formId}
          variant="primary"
          pending={save.isPending}
          pendingLabel={t("saving")}
        >
          {t("save")}
        </Button>
      }
    >
      <RuleForm
        formId={formId}
        rule={rule}
        directory={directory}
        serverProblems={Object.fromEntries(fields.map(({ path, message }) => [path, message]))}
        notice={current && <Notice tone="caution">{t("conflict", { sentence: current.sentence })}</Notice>}
        onSave={(input) => save.mutate(input)}
      />
    </Sheet>
  );
}
