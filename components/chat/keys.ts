/** Hierarchical query keys of chat; invalidate by prefix. */
export const chatKeys = {
  all: ["chat"] as const,
  lists: () => [...chatKeys.all, "list"] as const,
  list: (words: string) => [...chatKeys.lists(), words] as const,
  details: () => [...chatKeys.all, "detail"] as const,
  detail: (id: string) => [...chatKeys.details(), id] as const,
  trust: (toolSlug: string) => [...chatKeys.all, "trust", toolSlug] as const,
  mentions: (words: string) => [...chatKeys.all, "mentions", words] as const,
};
