import { expect, test } from "./fixtures.ts";

test.use({ who: "owner" });

test("the lead of a domain sees to the tools of that domain only", async ({ openAs, problems }) => {
  problems.allow(/404/);
  const page = await openAs("domain-lead");
  await page.goto("/admin/ownership?state=all");
  const table = page.getByRole("table", { name: "Tools and who answers for them" });
  await expect(table.getByRole("link", { name: "Ticket Desk" })).toBeVisible();
  await expect(table.getByRole("link", { name: "Planned Works" })).toHaveCount(0);
  const employee = await openAs("employee");
  expect((await employee.goto("/admin/ownership"))?.status()).toBe(404);
});

test("a question says until when it is answered, to its owner and to whoever asks", async ({
  page,
  openAs,
}) => {
  await page.goto("/owner/runbook-finder");
  await expect(page.getByText(/^Overdue since/)).toBeVisible();
  const employee = await openAs("employee");
  await employee.goto("/catalog/runbook-finder");
  await expect(employee.getByText(/The owner is late\. It was due/)).toBeVisible();
  await expect(employee.getByText(/Asked now, yours is due by/)).toBeVisible();
});

test("an entry whose owner forgot it says so on its page", async ({ openAs }) => {
  const employee = await openAs("employee");
  await employee.goto("/catalog/api-index");
  await expect(employee.getByText("Ownership unconfirmed", { exact: true }).first()).toBeVisible();
});
