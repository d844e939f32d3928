"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import type { ControlledTool } from "#components/catalog/tool-control-slot.tsx";
import { t } from "#components/collections/words.ts";
import { showToast } from "#components/ui/toast-store.ts";

type Favourites = {
  readonly ids: ReadonlySet<string>;
  readonly set: (tool: ControlledTool, isFavourite: boolean) => void;
};

const Context = createContext<Favourites>({ ids: new Set(), set: () => undefined });

/** Pages whose own content lists the favourites. */
const listing = ["/", "/collections"];

/** Knows which tools are favourites on every page of the portal; a change shows at once and can be undone. */
export function FavouritesProvider({
  ids: known,
  children,
}: {
  ids: readonly string[];
  children: ReactNode;
}) {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(known));
  const line = useRef<Promise<void>>(Promise.resolve());
  const router = useRouter();
  const pathname = usePathname();

  const mark = (id: string, isFavourite: boolean) =>
    setIds((before) => {
      const next = new Set(before);
      if (isFavourite) next.add(id);
      else next.delete(id);
      return next;
    });
  const send = async (tool: ControlledTool, isFavourite: boolean) => {
    try {
      await (await import("#components/collections/requests.ts")).putFavourite(tool.slug, isFavourite);
      if (listing.includes(pathname)) router.refresh();
    } catch (error) {
      mark(tool.id, !isFavourite);
      const { tellFailure } = await import("#components/providers/use-act.ts");
      tellFailure(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const change = (tool: ControlledTool, isFavourite: boolean) => {
    mark(tool.id, isFavourite);
    // One after the other, so that the last press is what holds in the end.
    line.current = line.current.then(() => send(tool, isFavourite));
  };
  const set = (tool: ControlledTool, isFavourite: boolean) => {
    change(tool, isFavourite);
    showToast({
      title: t(isFavourite ? "favouriteAdded" : "favouriteRemoved", { tool: tool.name }),
      action: { label: t("undo"), onSelect: () => change(tool, !isFavourite) },
    });
  };
  return <Context value={{ ids, set }}>{children}</Context>;
}

export function useFavourites(): Favourites {
  return useContext(Context);
}
