/** Words of the demo company's tools, as an owner would write them; operations come from the services themselves. */

export interface ToolWords {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly tags: readonly string[];
}

export const serviceTools: Readonly<Record<string, ToolWords>> = {
  tickets: {
    slug: "ticket-desk",
    name: "Ticket desk",
    purpose: "Find, open and change customer tickets.",
    tags: ["customer", "fault", "support"],
  },
  directory: {
    slug: "staff-directory",
    name: "Staff directory",
    purpose: "Find colleagues and teams; see and ask for leave.",
    tags: ["people", "leave", "holiday"],
  },
  expenses: {
    slug: "expense-service",
    name: "Expense service",
    purpose: "Hand in, follow and decide expense claims.",
    tags: ["expenses", "travel"],
  },
  prices: {
    slug: "price-list",
    name: "Price list",
    purpose: "Today's prices of tariffs, add-ons, fees and roaming.",
    tags: ["tariffs", "roaming", "quote"],
  },
  network: {
    slug: "network-inventory",
    name: "Network inventory",
    purpose: "Equipment, alarms, planned works and the on-call rota of the network.",
    tags: ["network", "alarms", "sites"],
  },
};

export interface KnowledgeWords extends ToolWords {
  /** Folders of the demo documents. */
  readonly sets: readonly string[];
}

export const knowledgeTools: readonly KnowledgeWords[] = [
  {
    slug: "handbook",
    name: "Handbook",
    purpose:
      "Answers from the handbook and the onboarding guides: hours, pay, conduct, growing, leaving, first weeks.",
    tags: ["pay", "working hours", "onboarding"],
    sets: ["handbook", "onboarding"],
  },
  {
    slug: "leave-policy",
    name: "Leave and remote work",
    purpose:
      "Answers from the rules on annual leave, sick and family leave, and working from home or abroad.",
    tags: ["holiday", "remote work"],
    sets: ["leave-and-remote-work"],
  },
  {
    slug: "travel-policy",
    name: "Travel policy",
    purpose: "Answers from the rules on travel, hotels, per diems and expense claims.",
    tags: ["expenses", "per diem"],
    sets: ["travel-and-expenses"],
  },
  {
    slug: "security-policy",
    name: "Security and data classes",
    purpose: "Answers from the security policy and the guide to data classes.",
    tags: ["passwords", "incident", "data protection"],
    sets: ["security-policy", "data-class-guide"],
  },
  {
    slug: "network-runbooks",
    name: "Network runbooks",
    purpose: "Answers from the runbooks of network alarms and the lab's procedures.",
    tags: ["alarms", "lab"],
    sets: ["network-runbooks", "lab-procedures"],
  },
  {
    slug: "incident-reviews",
    name: "Incident reviews",
    purpose: "Answers from the reviews of past incidents: what happened, why, and what was changed.",
    tags: ["outage", "post-mortem"],
    sets: ["incident-reviews"],
  },
  {
    slug: "tariff-guide",
    name: "Product and tariff guide",
    purpose: "Answers from the guide to tariffs, roaming, fees and compensation, and from the tone guide.",
    tags: ["tariffs", "roaming", "tone"],
    sets: ["product-and-tariff-guide", "tone-guide"],
  },
  {
    slug: "contract-clauses",
    name: "Contract clauses",
    purpose: "Answers from the standard clauses for customers and suppliers.",
    tags: ["contract", "supplier", "liability"],
    sets: ["contract-clauses"],
  },
];

/** Tools that need a model: they may be named, never called. */
export const promptTools: readonly ToolWords[] = [
  {
    slug: "reply-writer",
    name: "Reply writer",
    purpose: "Drafts an answer to a customer in our tone.",
    tags: ["draft", "customer"],
  },
  {
    slug: "ticket-summary",
    name: "Ticket summary",
    purpose: "Summarises a long ticket for the next shift.",
    tags: ["summary"],
  },
  {
    slug: "job-notice",
    name: "Job notice writer",
    purpose: "Drafts a job notice from a few facts.",
    tags: ["draft", "recruiting"],
  },
];
