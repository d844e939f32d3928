import { describe, expect, test } from "vitest";
import { composeMail } from "#lib/notifications/compose-mail.ts";
import { kindGroups, kindSettings } from "#lib/notifications/kind-settings.ts";
import { notificationKinds } from "#lib/notifications/kinds.ts";

const portal = "https://weft.example.com/";
const facts = {
  kind: "release-requested",
  title: "Expense Service 2.4.0 waits for your approval",
  body: "Nelson asks for it.\nIt adds one field.\n\nRead the difference first.",
  href: "/owner/expense-service/release?id=1&x=2",
} as const;

describe("a message as e-mail", () => {
  test("says the same as text and as HTML, with whole addresses", () => {
    const { subject, text, html } = composeMail(facts, portal);
    expect(subject).toBe(facts.title);
    expect(text).toContain("It adds one field.\n\nRead the difference first.");
    expect(text).toContain("https://weft.example.com/owner/expense-service/release?id=1&x=2");
    expect(text).toContain("https://weft.example.com/inbox/settings");
    expect(html).toContain('href="https://weft.example.com/owner/expense-service/release?id=1&amp;x=2"');
    expect(html).toContain("<p>Nelson asks for it.<br>It adds one field.</p>");
  });

  test("keeps markup as text and a title on one line", () => {
    const title = "<img src=x onerror=alert(1)>\r\nBcc: all@example.com";
    const { subject, html } = composeMail({ ...facts, title, body: `</p><script>"'&</script>` }, portal);
    expect(subject).toBe("<img src=x onerror=alert(1)> Bcc: all@example.com");
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain("&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;");
  });
});

test("every kind of news has a group, and what somebody waits for is mailed and stays", () => {
  for (const kind of notificationKinds) expect(kindGroups).toContain(kindSettings[kind].group);
  const required = notificationKinds.filter((kind) => kindSettings[kind].isRequired);
  expect(required).toEqual(["release-requested", "transfer-offered", "owner-named", "operation-suspended"]);
  expect(required.every((kind) => kindSettings[kind].mail)).toBe(true);
});
