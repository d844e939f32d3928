import { answer, ask, card, composer, newChat, settled } from "./fixtures/chat.ts";
import { expect, test } from "./fixtures.ts";

test.use({ who: "employee" });

// The first ten minutes of an employee, in one sitting.
test("an alarm is explained, a ticket is opened, a follow-up is understood, and what cannot be done is said", async ({
  page,
}) => {
  test.setTimeout(120_000);

  await test.step("home has what was begun", async () => {
    await page.goto("/");
    const begun = page.getByRole("region", { name: "Continue" });
    await begun.getByRole("listitem").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/chat\//);
    await expect(answer(page)).toBeVisible();
  });

  const opened =
    await test.step("one sentence: the alarm, a quoted runbook, a name and a ticket", async () => {
      await newChat(page);
      const shown = await ask(page, "what does LOS-4417 on BRG-07 mean and who is on call");
      await expect(shown).toContainText(/Alarm Assistant\s*·\s*Quoted, not generated/);
      await shown.getByText("Called 4 tools").click();
      for (const step of ["List alarms", "Ask the runbooks", "Who is on call"]) {
        await expect(shown).toContainText(`· ${step}`);
      }
      await expect(shown).toContainText("The optical receiver gets no light at all");
      await expect(shown).toContainText("Bronwen Pugh");
      const passage = shown.getByRole("figure").first();
      await expect(passage).toContainText("Acknowledge the alarm within 5 minutes");
      await expect(passage).toContainText("exact words");
      await expect(card(page)).toContainText("Nothing has been sent yet.");
      await card(page).getByRole("button", { name: "Run", exact: true }).click();
      await expect(card(page)).toHaveCount(0);
      await settled(page);
      const ticket = /T-\d{4,}/.exec((await answer(page).textContent()) ?? "")?.[0];
      expect(ticket, "the number of the new ticket").toBeTruthy();
      return ticket;
    });

  await test.step("the ticket really is there", async () => {
    const shown = await ask(page, `@ticket-desk Show ticket ${opened}`);
    await expect(shown).toContainText("LOS-4417 on BRG-07-OLT-1");
    await expect(shown).toContainText("network-alarm");
  });

  await test.step("a follow-up goes back to what it follows", async () => {
    await newChat(page);
    await ask(page, "what does LOS-4417 on BRG-07 mean and who is on call");
    const shown = await ask(page, "and for BRG-09?");
    await expect(shown).toContainText("The same again with site BRG-09 instead of BRG-07.");
    await expect(shown).toContainText("Marcus Elwood");
    await expect(card(page)).toContainText("BRG-09-OLT-1");
    await card(page).getByRole("button", { name: "Don't run" }).click();
    await expect(card(page)).toHaveCount(0);
    await settled(page);
  });

  await test.step("why this tool", async () => {
    await answer(page).getByRole("button", { name: "Why this tool" }).click();
    const why = page.getByRole("dialog", { name: "Why this tool" });
    await expect(why.getByRole("listitem").first()).toContainText("Alarm Assistant");
    await expect(why.getByRole("listitem").first()).toContainText("chosen");
    await page.keyboard.press("Escape");
  });

  await test.step("a summary is declined honestly, with the nearest passages", async () => {
    const shown = await ask(page, "Summarise the LOS-4417 runbook for me");
    await expect(shown).toContainText("I cannot summarise: I only quote.");
    await expect(shown.getByRole("figure").first()).toContainText("LOS-4417");
  });

  await test.step("Salary bands: the reason and whom to ask", async () => {
    await page.goto("/catalog?q=salary%20bands");
    await page.getByRole("link", { name: "Salary Bands" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Salary Bands" })).toBeVisible();
    await expect(page.getByText(/only the Pay and Benefits team may look them up/).first()).toBeVisible();
    await newChat(page);
    await composer(page).fill("@salary-bands What is band B5 in Porto?");
    await page.keyboard.press("Enter");
    await expect(await settled(page)).toContainText("Ask Margarida Teles in #pay.");
  });
});
