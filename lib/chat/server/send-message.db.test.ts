import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { longestMessage, messageInputSchema } from "#lib/chat/schema.ts";
import { getConversation } from "#lib/chat/server/get-conversation.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import {
  changeConversation,
  createConversation,
  deleteConversation,
  restoreConversation,
} from "#lib/chat/server/manage-conversation.ts";
import { sendMessage } from "#lib/chat/server/send-message.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { stopRun } from "#lib/runs/server/stop-run.ts";
import { type Company, makeCompany } from "#lib/runs/testing/company.ts";
import { ask, askAndWait, rested, textIn } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

function counts(conversationId: string) {
  return Promise.all([
    db().message.count({ where: { conversationId } }),
    db().run.count({ where: { conversationId } }),
  ]);
}

const lastMessages = () => company.models.requests.at(-1)?.body.messages ?? [];

describe("sendMessage", () => {
  it("makes one message and one run of the same id, sent one after the other or at once", async () => {
    const first = await askAndWait(company.amelia, "hello");
    const again = await ask(company.amelia, "hello", {
      conversationId: first.conversationId,
      messageId: first.messageId,
    });
    expect(again).toMatchObject({ answerId: first.answerId, runId: first.runId });

    const { id } = await createConversation(company.amelia, {});
    const message = { id: newId(), text: "twice", parentId: null };
    const sent = await Promise.all([1, 2, 3].map(() => sendMessage(company.amelia, id, message)));
    expect(new Set(sent.map((one) => one.runId)).size).toBe(1);
    await rested(sent[0]?.runId ?? "");
    expect(await counts(id)).toEqual([2, 1]);
  });

  it("refuses another message while one is answered, and stores nothing of it", async () => {
    const { conversationId, runId, answerId } = await ask(company.amelia, "hold", { modelAlias: "hangs" });
    const second = ask(company.amelia, "and this?", { conversationId, parentId: answerId });
    await expect(second).rejects.toMatchObject({
      code: "conflict",
      mend: expect.stringContaining("Your text is kept"),
    });
    expect(await counts(conversationId)).toEqual([2, 1]);
    await stopRun(company.amelia, runId);
    await rested(runId);

    const { id } = await createConversation(company.amelia, { modelAlias: "hangs" });
    const rivals = await Promise.allSettled(
      ["one", "two"].map((text) => ask(company.amelia, text, { conversationId: id })),
    );
    expect(rivals.map((rival) => rival.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(rivals.find((rival) => rival.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    expect(await counts(id)).toEqual([2, 1]);
    for (const rival of rivals) {
      if (rival.status !== "fulfilled") continue;
      await stopRun(company.amelia, rival.value.runId);
      await rested(rival.value.runId);
    }
  });

  it("takes a message while an earlier answer waits for the person", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "create_ticket", arguments: { subject: "Dead line" } }] },
    ]);
    const first = await askAndWait(company.amelia, "open a ticket");
    expect(first.run.status).toBe("waiting-approval");
    company.models.script("writer");
    const next = await askAndWait(company.amelia, "never mind", {
      conversationId: first.conversationId,
      parentId: first.answerId,
    });
    expect(next.run.status).toBe("completed");
  });

  it("does not take an id or a parent that belongs elsewhere", async () => {
    const mine = await askAndWait(company.amelia, "hello");
    const { id } = await createConversation(company.ben, {});
    const send = (message: { id: string; parentId: string | null }) =>
      sendMessage(company.ben, id, { text: "hi", ...message });
    await expect(send({ id: mine.messageId, parentId: null })).rejects.toMatchObject({ code: "conflict" });
    for (const parentId of [mine.answerId, mine.messageId, newId()])
      await expect(send({ id: newId(), parentId })).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "parentId" }],
      });
    const own = ask(company.amelia, "hi", { conversationId: mine.conversationId, parentId: mine.messageId });
    await expect(own).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "parentId" }] });
    expect(await counts(id)).toEqual([0, 0]);
  });

  it("follows the branch it answers, not its siblings", async () => {
    const first = await askAndWait(company.amelia, "[[say Blue.]]");
    const { conversationId, answerId } = first;
    const second = await askAndWait(company.amelia, "[[say The sky.]]", {
      conversationId,
      parentId: answerId,
    });
    await askAndWait(company.amelia, "an edited second message", { conversationId, parentId: answerId });
    expect(lastMessages().map((message) => message.role)).toEqual(["system", "user", "assistant", "user"]);
    await askAndWait(company.amelia, "third", { conversationId, parentId: second.answerId });
    expect(
      lastMessages()
        .slice(1)
        .map((message) => String(message.content)),
    ).toEqual(["[[say Blue.]]", "Blue.", "[[say The sky.]]", "The sky.", "third"]);
    const { messages } = await getConversation(company.amelia, conversationId);
    expect(messages.filter((message) => message.parentId === answerId)).toHaveLength(2);
  });

  it("tells the model the newest of a long conversation only", async () => {
    let at = await askAndWait(company.amelia, `${"a".repeat(90_000)} first`);
    at = await askAndWait(company.amelia, `${"b".repeat(20_000)} second`, {
      conversationId: at.conversationId,
      parentId: at.answerId,
    });
    await askAndWait(company.amelia, "third", { conversationId: at.conversationId, parentId: at.answerId });
    const told = lastMessages()
      .slice(1)
      .map((message) => String(message.content));
    expect(told.at(-1)).toBe("third");
    expect(told.join("").length).toBeLessThan(121_000);
    expect(told[0]).not.toContain("first");
  });

  it("takes a message as long as allowed, with any characters, and says what is wrong with a longer one", async () => {
    const read = (text: string) => messageInputSchema.safeParse({ id: newId(), text, parentId: null });
    expect(read("x".repeat(longestMessage + 1)).error?.issues[0]?.message).toContain(
      "at most 100,000 characters",
    );
    expect(read("  \n ").error?.issues[0]?.message).toBe("Write something first.");
    const odd = read("a\u0000b \ud83d c 😀").data;
    expect(odd?.text).toBe("ab \ufffd c 😀");
    const { run, conversationId } = await askAndWait(company.amelia, "x".repeat(longestMessage));
    expect(run.status).toBe("completed");
    const { messages, title } = await getConversation(company.amelia, conversationId);
    expect(messages[0]?.text).toHaveLength(longestMessage);
    expect(title.length).toBeLessThan(62);
  });

  it("keeps no copy of the conversation once the answer has ended", async () => {
    const { runId } = await askAndWait(company.amelia, "something personal");
    const row = await db().run.findUniqueOrThrow({ where: { id: runId } });
    expect(row.state).toBeNull();
    expect(row.decision).toMatchObject({ model: { name: "Model writer" } });
  });
});

describe("a conversation", () => {
  it("is nobody else's to read, change, write in, delete or restore", async () => {
    const { conversationId } = await askAndWait(company.amelia, "mine");
    for (const id of [conversationId, newId()]) {
      const tries = [
        () => getConversation(company.ben, id),
        () => changeConversation(company.ben, id, { title: "Taken" }),
        () => ask(company.ben, "hi", { conversationId: id }),
        () => deleteConversation(company.ben, id),
        () => restoreConversation(company.ben, id),
      ];
      for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await listConversations(company.ben, {})).conversations.map((one) => one.id)).not.toContain(
      conversationId,
    );
  });

  it("is gone when deleted, also for messages, and comes back whole; both are in the trail", async () => {
    const { conversationId, run } = await askAndWait(company.amelia, "to be deleted");
    await deleteConversation(company.amelia, conversationId);
    await expect(getConversation(company.amelia, conversationId)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(ask(company.amelia, "hi", { conversationId })).rejects.toMatchObject({ code: "not-found" });
    await restoreConversation(company.amelia, conversationId);
    const { messages } = await getConversation(company.amelia, conversationId);
    expect(textIn(messages[1]?.parts ?? [])).toBe(textIn(run.parts));
    const trail = await db().auditEvent.findMany({
      where: { conversationId, type: { startsWith: "conversation." } },
      orderBy: { id: "asc" },
    });
    expect(trail.map((event) => event.type)).toEqual(["conversation.deleted", "conversation.restored"]);
  });

  it("is listed newest first, by page, with the state of its newest answer; a broken cursor is named", async () => {
    const ids: string[] = [];
    for (const text of ["alpha one", "alpha two", "alpha three"])
      ids.unshift((await askAndWait(company.owner, text)).conversationId);
    const first = await listConversations(company.owner, { limit: 2 });
    expect(first.conversations.map((one) => [one.id, one.runStatus])).toEqual(
      ids.slice(0, 2).map((id) => [id, "completed"]),
    );
    const second = await listConversations(company.owner, { limit: 2, cursor: first.nextCursor ?? "" });
    expect(second).toMatchObject({ conversations: [{ id: ids[2], title: "alpha one" }], nextCursor: null });
    expect((await listConversations(company.owner, { words: "TWO" })).conversations).toHaveLength(1);
    const broken = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const cursor of ["x", broken(["not a date", ids[0]]), broken(["2026-01-01", "no id"]), broken({})])
      await expect(listConversations(company.owner, { cursor })).rejects.toMatchObject({
        code: "invalid-input",
        fields: [{ path: "cursor" }],
      });
  });

  it("takes only a tool that this person may use", async () => {
    await expect(createConversation(company.amelia, { tool: "salary-bands" })).rejects.toMatchObject({
      code: "refused-by-policy",
    });
    await expect(createConversation(company.amelia, { tool: "no-such-tool" })).rejects.toMatchObject({
      code: "not-found",
    });
    const { id } = await createConversation(company.ben, { tool: "salary-bands" });
    expect((await getConversation(company.ben, id)).tool).toMatchObject({ slug: "salary-bands" });
    await changeConversation(company.ben, id, { tool: null, title: "Pay" });
    expect(await getConversation(company.ben, id)).toMatchObject({ tool: null, title: "Pay" });
  });
});
