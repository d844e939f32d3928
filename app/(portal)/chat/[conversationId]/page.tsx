import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { chatKeys } from "#components/chat/keys.ts";
import { ChatWorkspace } from "#components/chat/workspace.tsx";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import { isAppError } from "#lib/errors.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { listChatModels } from "#lib/models/server/list-aliases.ts";

type Props = { readonly params: Promise<{ conversationId: string }> };

const load = cache(async (conversationId: string) => {
  const viewer = await requireViewer();
  const id = z.uuid().safeParse(conversationId);
  if (!id.success) notFound();
  try {
    return await getConversation(viewer, id.data);
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await load((await params).conversationId);
  return { title: title || "Chat" };
}

export default async function ConversationPage({ params }: Props) {
  const viewer = await requireViewer();
  const [conversation, models] = await Promise.all([
    load((await params).conversationId),
    listChatModels(viewer),
  ]);
  const queryClient = new QueryClient();
  queryClient.setQueryData(chatKeys.detail(conversation.id), conversation);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ChatWorkspace
        key={conversation.id}
        conversationId={conversation.id}
        starters={[]}
        tool={null}
        ask=""
        models={models}
      />
    </HydrationBoundary>
  );
}
