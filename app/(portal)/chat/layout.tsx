import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ConversationList } from "#components/chat/conversation-list.tsx";
import { conversationListQuery } from "#components/chat/queries.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";

export default async function ChatLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const queryClient = new QueryClient();
  const firstPage = await listConversations(viewer, {});
  queryClient.setQueryData(conversationListQuery("").queryKey, { pages: [firstPage], pageParams: [null] });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <div data-fills-shell="" className="flex min-h-0 w-full flex-1">
        <div className="w-66 shrink-0 border-r bg-sunken p-3 max-lg:hidden">
          <ConversationList />
        </div>
        {children}
      </div>
    </HydrationBoundary>
  );
}
