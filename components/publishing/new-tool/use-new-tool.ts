"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";
import { ApiError } from "#lib/http/api-error.ts";
import { newToolSchema, slugFromName } from "#lib/publishing/new-tool.ts";

export type NewToolFields = { readonly name: string; readonly slug: string | null; readonly purpose: string };
export type NewToolErrors = { readonly name?: string | undefined; readonly slug?: string | undefined };

/** What is wrong with name and address before the server is asked. */
export function errorsOf({ name, slug }: NewToolFields): NewToolErrors {
  const nameIssue = newToolSchema.shape.name.safeParse(name).error?.issues[0]?.message;
  const address = slug ?? slugFromName(name);
  const slugIssue = nameIssue ? undefined : toolSlugSchema.safeParse(address).error?.issues[0]?.message;
  return { name: nameIssue, slug: slugIssue };
}

/** What is made: somewhere to go on, and whether all that was typed is kept. */
type Made = { readonly slug: string; readonly isWhole: boolean };
type Work = (input: { name: string; slug: string; purpose: string }) => Promise<Made>;

/** Name, address and purpose of a tool that is about to be made, and its making. `hrefOf` is where one goes on. */
export function useNewTool(initial: Pick<NewToolFields, "name" | "purpose">) {
  const router = useRouter();
  const [fields, setFields] = useState<NewToolFields>({ ...initial, slug: null });
  const [wasTried, setTried] = useState(false);
  const [refused, setRefused] = useState<NewToolErrors>({});
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: ({ work }: { work: Work; hrefOf: (slug: string) => string }) =>
      work({
        name: fields.name.trim(),
        slug: fields.slug ?? slugFromName(fields.name),
        purpose: fields.purpose.trim(),
      }),
    onSuccess: ({ slug, isWhole }, { hrefOf }) => {
      if (!isWhole)
        showToast({ tone: "danger", title: t("purposeNotKept"), description: t("purposeNotKeptHint") });
      router.push(hrefOf(slug));
    },
    onError: (error) => {
      const known = error instanceof ApiError ? error : null;
      const messageAt = (path: string) => known?.fields.find((one) => one.path === path)?.message;
      const beside = { name: messageAt("name"), slug: messageAt("slug") };
      setRefused(beside);
      if (beside.name || beside.slug) return;
      showToast({
        tone: "danger",
        title: t("notCreated"),
        description: [known?.message, known?.mend].filter(Boolean).join(" "),
        ...(known?.requestId ? { requestId: known.requestId } : {}),
      });
    },
  });
  const own = wasTried ? errorsOf(fields) : {};
  return {
    fields,
    errors: { name: own.name ?? refused.name, slug: own.slug ?? refused.slug },
    isPending: isPending || isSuccess,
    change: (change: Partial<NewToolFields>) => {
      setFields({ ...fields, ...change });
      setRefused({});
    },
    make: (work: Work, hrefOf: (slug: string) => string) => {
      setTried(true);
      const found = errorsOf(fields);
      if (!found.name && !found.slug) mutate({ work, hrefOf });
    },
  };
}

export type NewTool = ReturnType<typeof useNewTool>;
