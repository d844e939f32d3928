"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import type { ControlledTool } from "#components/catalog/tool-control-slot.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(notifications);

type Following = {
  readonly ids: ReadonlySet<string>;
  readonly set: (tool: ControlledTool, isFollowing: boolean) => void;
};

const Context = createContext<Following>({ ids: new Set(), set: () => undefined });

/** The page whose own content lists what is followed. */
const listing = "/inbox/settings";

/** Knows which tools are followed on every page of the portal; a change shows at once and can be undone. */
export function FollowingProvider({ ids: known, children }: { ids: readonly string[]; children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(known));
  const line = useRef<Promise<void>>(Promise.resolve());
  const router = useRouter();
  const pathname = usePathname();

  const mark = (id: string, isFollowing: boolean) =>
    setIds((before) => new Set(isFollowing ? [...before, id] : [...before].filter((one) => one !== id)));
  const send = async (tool: ControlledTool, isFollowing: boolean) => {
    try {
      await (await import("#components/collections/requests.ts")).putFollow(tool.slug, isFollowing);
      if (pathname === listing) router.refresh();
    } catch (error) {
      mark(tool.id, !isFollowing);
      const { tellFailure } = await import("#components/providers/use-act.ts");
      tellFailure(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const change = (tool: ControlledTool, isFollowing: boolean) => {
    mark(tool.id, isFollowing);
    // One after the other, so that the last press is what holds in the end.
    line.current = line.current.then(() => send(tool, isFollowing));
  };
  const set = (tool: ControlledTool, isFollowing: boolean) => {
    change(tool, isFollowing);
    showToast({
      title: t(isFollowing ? "followAdded" : "followRemoved", { tool: tool.name }),
      action: { label: t("undo"), onSelect: () => change(tool, !isFollowing) },
    });
  };
  return <Context value={{ ids, set }}>{children}</Context>;
}

export function useFollowing(): Following {
  return useContext(Context);
}
