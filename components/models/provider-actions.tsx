"use client";

import { useMutation } from "@tanstack/react-query";
import { Ellipsis, ListChecks, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import { ChooseModels } from "#components/models/choose-models.tsx";
import { EmbeddedSheet } from "#components/models/embedded-sheet.tsx";
import { modelActs } from "#components/models/mutations.ts";
import { ProviderSheet } from "#components/models/provider-sheet.tsx";
import { tellFailure, useAct } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ProviderView } from "#lib/models/schema.ts";

const t = translator(models);
type Asked = "edit" | "choose" | "remove" | null;

function TestButton({ provider }: { provider: ProviderView }) {
  const router = useRouter();
  const { mutate, isPending } = useMutation({
    mutationFn: () => modelActs.probe({ providerId: provider.id }),
    onSuccess: (result) => {
      const tone = result.state === "connected" ? "positive" : "danger";
      showToast({ tone, title: t(`test-${result.state}`), description: result.message });
      router.refresh();
    },
    onError: tellFailure,
  });
  return (
    <Button pending={isPending} pendingLabel={t("testing")} onClick={() => mutate()}>
      {t("test")}
    </Button>
  );
}

/** Test, choose models, edit, remove. What is part of Weft can only be limited or switched off. */
export function ProviderActions({ provider }: { provider: ProviderView }) {
  const { act } = useAct();
  const [asked, setAsked] = useState<Asked>(null);
  const dialog = (which: Asked) => ({
    open: asked === which,
    onOpenChange: (open: boolean) => setAsked(open ? which : null),
  });
  const name = { name: provider.name };
  if (provider.type === "embedded") {
    return (
      <>
        <Button onClick={() => setAsked("edit")}>{t("edit")}</Button>
        <EmbeddedSheet provider={provider} {...dialog("edit")} />
      </>
    );
  }
  return (
    <div className="flex items-center gap-2">
      <TestButton provider={provider} />
      <DropdownMenu
        label={t("actionsOf", name)}
        trigger={
          <Button variant="quiet" size="icon" aria-label={t("actionsOf", name)}>
            <Ellipsis />
          </Button>
        }
      >
        <MenuItem icon={<ListChecks />} onSelect={() => setAsked("choose")}>
          {t("choose")}
        </MenuItem>
        <MenuItem icon={<Pencil />} onSelect={() => setAsked("edit")}>
          {t("edit")}
        </MenuItem>
        <MenuItem icon={<Trash2 />} danger onSelect={() => setAsked("remove")}>
          {t("remove")}
        </MenuItem>
      </DropdownMenu>
      {asked === "choose" && <ChooseModels provider={provider} {...dialog("choose")} />}
      <ProviderSheet provider={provider} {...dialog("edit")} />
      <ReasonDialog
        {...dialog("remove")}
        title={t("removeTitle", name)}
        consequence={t("removeText")}
        confirmLabel={t("remove")}
        danger
        onConfirm={(reason) => act(() => modelActs.remove(provider.id, reason), t("removed", name))}
      />
    </div>
  );
}
