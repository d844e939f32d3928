"use client";

import { Bell } from "lucide-react";
import type { ControlledTool } from "#components/catalog/tool-control-slot.tsx";
import { useFollowing } from "#components/collections/following.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(notifications);

/** The bell of a tool: pressed for those who hear of its releases. */
export function FollowButton({ tool }: { tool: ControlledTool }) {
  const { ids, set } = useFollowing();
  const isFollowing = ids.has(tool.id);
  return (
    <Button
      variant="quiet"
      aria-pressed={isFollowing}
      onClick={() => set(tool, !isFollowing)}
      className="font-normal"
    >
      <Bell className={cn(isFollowing ? "fill-current text-accent" : "text-muted")} />
      {t("follow")}
    </Button>
  );
}
