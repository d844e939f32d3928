import { plannedTools } from "#demo/tools/all-tools.ts";
import { db } from "#lib/db/client.ts";
import { notifications } from "#lib/messages/en/notifications.ts";
import { ownershipNews } from "#lib/messages/en/ownership-news.ts";
import { translator } from "#lib/messages/translate.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { plannedQuestions, questionIdOf } from "./questions.ts";
import { seedId } from "./seed-id.ts";
import { minutesLater } from "./seed-time.ts";
import type { SeededTool } from "./tools.ts";

const t = translator(ownershipNews);
const words = translator(notifications);

/** Who follows what, and since how many days. */
const plannedFollows: Readonly<Record<string, readonly (readonly [person: string, daysAgo: number])[]>> = {
  "ticket-desk": [
    ["ruth-calloway", 120],
    ["ines-carvalho", 110],
    ["amelia-hart", 70],
    ["tiago-moreira", 66],
    ["kofi-asante", 58],
    ["mafalda-couto", 27],
  ],
  "ticket-lookup": [
    ["amelia-hart", 150],
    ["ines-carvalho", 110],
    ["jack-prosser", 88],
  ],
  "alarm-assistant": [
    ["amelia-hart", 60],
    ["daniel-okafor", 59],
    ["owen-birch", 45],
    ["dev-malhotra", 39],
  ],
  "price-list": [
    ["ines-carvalho", 110],
    ["oliver-finch", 84],
    ["amelia-hart", 65],
    ["gareth-hollis", 71],
  ],
  "adviser-guide": [["ruth-calloway", 90]],
  "complaint-reply": [["ruth-calloway", 77]],
  "runbook-finder": [["dev-malhotra", 112]],
  "leave-check": [["amelia-hart", 12]],
  "offer-letter": [["oliver-finch", 80]],
};

type PlannedNews = {
  readonly to: string;
  readonly at: Date;
  readonly kind: NotificationKind;
  readonly tool: SeededTool;
  readonly title: string;
  readonly body: string;
  readonly href: string;
  readonly key: string;
};

function releaseNews(tool: SeededTool, organisation: SeededOrganisation): PlannedNews[] {
  const { time } = organisation;
  const { name } = tool.words;
  return (plannedFollows[tool.slug] ?? []).flatMap(([to, daysAgo]) => {
    const since = time.at(daysAgo, "10:30");
    const releases = tool.seededVersions
      .filter(({ publishedAt, by }) => publishedAt > since && by !== to)
      .map(({ version, versionId, publishedAt, notes }) => ({
        to,
        at: publishedAt,
        kind: "release-published" as const,
        tool,
        title: words("newVersion", { tool: name, version }),
        body: notes,
        href: `/catalog/${tool.slug}?tab=versions`,
        key: `version/${versionId}`,
      }));
    const end = tool.deprecatedDaysAgo;
    if (end === undefined || end > daysAgo) return releases;
    const successor = plannedTools.find(({ slug }) => slug === tool.successor)?.words.name;
    return [
      ...releases,
      {
        to,
        at: time.at(end, "14:20"),
        kind: "tool-deprecated" as const,
        tool,
        title: words("feedDeprecated", { tool: name }),
        body: successor ? words("feedSuccessor", { tool: successor }) : "",
        href: `/catalog/${tool.slug}`,
        key: `tool/${tool.toolId}/deprecated`,
      },
    ];
  });
}

function questionNews(tools: readonly SeededTool[], organisation: SeededOrganisation): PlannedNews[] {
  const { time } = organisation;
  return plannedQuestions.flatMap((question) => {
    const tool = tools.find(({ slug }) => slug === question.tool);
    if (!tool) throw new Error(`A question is planned about "${question.tool}", which does not exist.`);
    const id = questionIdOf(question, time);
    const { name } = tool.words;
    const about = { tool, body: "", href: `/owner/${tool.slug}#questions` };
    const asked = [tool.owner, tool.deputy].flatMap((to) =>
      to === null || to === question.askedBy
        ? []
        : {
            ...about,
            to,
            at: time.at(question.askedDaysAgo, question.clock),
            kind: "question-asked" as const,
            title: t("asked", { name: organisation.person(question.askedBy).name, tool: name }),
            key: `question/${id}/asked`,
          },
    );
    const { answer } = question;
    if (!answer) return asked;
    const answered = {
      ...about,
      to: question.askedBy,
      at: time.at(answer.daysAgo, "14:05"),
      kind: "question-answered" as const,
      title: t("answered", { tool: name }),
      body: t("answeredBody", { name: organisation.person(answer.by).name }),
      href: `/catalog/${tool.slug}#questions`,
      key: `question/${id}/answered`,
    };
    return [...asked, answered];
  });
}

/** What somebody leaves unread: what is a week old at most, and in any case the newest two. */
const isUnread = (news: PlannedNews, rank: number, week: Date) => rank < 2 || news.at > week;

/** Followers of tools, and what they, owners and those who asked were told of it; most of it is read. */
export async function seedNotifications(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  const { time } = organisation;
  await db().toolFollow.createMany({
    data: tools.flatMap((tool) =>
      (plannedFollows[tool.slug] ?? []).map(([person, daysAgo]) => ({
        toolId: tool.toolId,
        personId: organisation.person(person).personId,
        createdAt: time.at(daysAgo, "10:30"),
        source: "sample",
      })),
    ),
  });
  const all = [
    ...tools.flatMap((tool) => releaseNews(tool, organisation)),
    ...questionNews(tools, organisation),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime() || a.key.localeCompare(b.key));
  const seen = new Map<string, number>();
  const week = time.at(7, "00:00");
  await db().notification.createMany({
    data: all.map((news) => {
      const { to, at: createdAt, tool, kind, title, body, href, key } = news;
      const rank = seen.get(to) ?? 0;
      seen.set(to, rank + 1);
      const readAt = isUnread(news, rank, week) ? null : minutesLater(createdAt, 190);
      const { personId } = organisation.person(to);
      const id = seedId(`news ${to} ${key}`, createdAt);
      const about = { personId, toolId: tool.toolId, source: "sample" };
      return { id, ...about, kind, title, body, href, key, createdAt, readAt };
    }),
  });
}
