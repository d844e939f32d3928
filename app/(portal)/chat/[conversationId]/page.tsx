import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { chatKeys } from "#components/chat/keys.ts";
import { ChatWorkspace } from "#components/chat/workspace.tsx";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import { isAppError } from "#lib/errors.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { listChatModels } from "#lib/models/server/list-aliases.ts";

export const metadata: Metadata = { title: "Chat" };

async function found<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") notFound();
    throw error;
  }
}

export default async function ConversationPage({ params }: { params: Promise<{ conversationId: string }> }) {
  const viewer = await requireViewer();
  const id = z.uuid().safeParse((await params).conversationId);
  if (!id.success) notFound();
  const queryClient = new QueryClient();
  const [conversation, models] = await Promise.all([
    found(getConversation(viewer, id.data)),
    listChatModels(viewer),
  ]);
  queryClient.setQueryData(chatKeys.detail(id.data), conversation);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ChatWorkspace
        key={id.data}
        conversationId={id.data}
        starters={[]}
        tool={null}
        ask=""
        models={models}
      />
    </HydrationBoundary>
  );
}
