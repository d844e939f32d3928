/** The seven business domains and 22 teams of Northmere. Sizes add up to 412 people. */

export type DomainSlug =
  | "customer-service"
  | "network-operations"
  | "research-and-development"
  | "finance"
  | "people"
  | "legal"
  | "sales";

export type Domain = {
  readonly slug: DomainSlug;
  readonly name: string;
  readonly purpose: string;
  /** Id of the domain lead. */
  readonly leadId: string;
};

export type Team = {
  readonly slug: string;
  readonly name: string;
  readonly domain: DomainSlug;
  readonly purpose: string;
  /** Id of the team lead. */
  readonly leadId: string;
  /** Number of people, the team lead included. */
  readonly size: number;
  readonly channel: string;
  /** Titles that people of the team have, the most frequent first. */
  readonly jobTitles: readonly string[];
  /** Share of the team that works in Porto. */
  readonly portoShare: number;
};

export const domains: readonly Domain[] = [
  {
    slug: "customer-service",
    name: "Customer Service",
    purpose: "Answers customers and sees that what was promised happens.",
    leadId: "ruth-calloway",
  },
  {
    slug: "network-operations",
    name: "Network Operations",
    purpose: "Keeps the fixed and mobile networks running, day and night.",
    leadId: "henrique-valadares",
  },
  {
    slug: "research-and-development",
    name: "R&D",
    purpose: "Tries new equipment and builds the platforms that the company runs on.",
    leadId: "miriam-stokes",
  },
  {
    slug: "finance",
    name: "Finance",
    purpose: "Pays, bills, prices and reports.",
    leadId: "graham-pemberton",
  },
  {
    slug: "people",
    name: "People",
    purpose: "Hires, pays and looks after the people of Northmere.",
    leadId: "helena-fonseca",
  },
  {
    slug: "legal",
    name: "Legal",
    purpose: "Contracts, privacy, security rules and audit.",
    leadId: "catherine-aldous",
  },
  {
    slug: "sales",
    name: "Sales",
    purpose: "Sells to households and to businesses in both countries.",
    leadId: "rui-sampaio",
  },
];

export const teams: readonly Team[] = [
  {
    slug: "front-line",
    name: "Front Line",
    domain: "customer-service",
    purpose: "First answer by phone, chat and mail.",
    leadId: "owen-birch",
    size: 48,
    channel: "#cs-front-line",
    jobTitles: ["Customer Adviser", "Senior Customer Adviser", "Shift Coordinator"],
    portoShare: 0.4,
  },
  {
    slug: "billing-support",
    name: "Billing Support",
    domain: "customer-service",
    purpose: "Bills, refunds, payment plans.",
    leadId: "leonor-brandao",
    size: 26,
    channel: "#cs-billing",
    jobTitles: ["Billing Adviser", "Senior Billing Adviser", "Refunds Specialist"],
    portoShare: 0.5,
  },
  {
    slug: "business-support",
    name: "Business Support",
    domain: "customer-service",
    purpose: "Second line for business customers.",
    leadId: "naomi-fairweather",
    size: 24,
    channel: "#cs-business",
    jobTitles: ["Business Support Engineer", "Service Manager", "Business Adviser"],
    portoShare: 0.35,
  },
  {
    slug: "service-quality",
    name: "Service Quality",
    domain: "customer-service",
    purpose: "Complaints, standards, tone, and the tools advisers use.",
    leadId: "hugo-lancaster",
    size: 20,
    channel: "#cs-quality",
    jobTitles: ["Quality Analyst", "Complaints Specialist", "Knowledge Editor"],
    portoShare: 0.3,
  },
  {
    slug: "operations-centre",
    name: "Operations Centre",
    domain: "network-operations",
    purpose: "Watches the network and leads every incident.",
    leadId: "patricia-nogueira",
    size: 30,
    channel: "#noc",
    jobTitles: ["Network Operations Engineer", "Incident Manager", "Shift Lead"],
    portoShare: 0.5,
  },
  {
    slug: "field-engineering",
    name: "Field Engineering",
    domain: "network-operations",
    purpose: "Goes to site: fibre, power, cabinets.",
    leadId: "gareth-hollis",
    size: 40,
    channel: "#field",
    jobTitles: ["Field Engineer", "Fibre Technician", "Power Technician", "Field Planner"],
    portoShare: 0.4,
  },
  {
    slug: "transport-network",
    name: "Transport Network",
    domain: "network-operations",
    purpose: "Optical transport, routing, planned works.",
    leadId: "duarte-seixas",
    size: 22,
    channel: "#transport",
    jobTitles: ["Transport Engineer", "IP Engineer", "Planned Works Coordinator"],
    portoShare: 0.45,
  },
  {
    slug: "radio-network",
    name: "Radio Network",
    domain: "network-operations",
    purpose: "Mobile sites, coverage, timing.",
    leadId: "isobel-marsh",
    size: 20,
    channel: "#radio",
    jobTitles: ["Radio Engineer", "Coverage Planner", "Radio Optimisation Engineer"],
    portoShare: 0.45,
  },
  {
    slug: "lab",
    name: "Lab",
    domain: "research-and-development",
    purpose: "Tests equipment before it enters the network.",
    leadId: "vasco-figueira",
    size: 18,
    channel: "#lab",
    jobTitles: ["Test Engineer", "Research Engineer", "Lab Technician"],
    portoShare: 0.6,
  },
  {
    slug: "digital-platforms",
    name: "Digital Platforms",
    domain: "research-and-development",
    purpose: "Internal platforms: identity, tickets, the tool portal.",
    leadId: "simon-thackeray",
    size: 20,
    channel: "#platforms",
    jobTitles: ["Software Engineer", "Platform Engineer", "Support Engineer"],
    portoShare: 0.4,
  },
  {
    slug: "data-and-models",
    name: "Data and Models",
    domain: "research-and-development",
    purpose: "Data products, forecasts, language models.",
    leadId: "beatriz-lacerda",
    size: 14,
    channel: "#data",
    jobTitles: ["Data Engineer", "Data Scientist", "Machine Learning Engineer"],
    portoShare: 0.6,
  },
  {
    slug: "financial-control",
    name: "Financial Control",
    domain: "finance",
    purpose: "Ledgers, payments, month end.",
    leadId: "judith-emmerson",
    size: 16,
    channel: "#fin-control",
    jobTitles: ["Accountant", "Accounts Payable Clerk", "Financial Controller"],
    portoShare: 0.35,
  },
  {
    slug: "expenses-and-travel",
    name: "Expenses and Travel",
    domain: "finance",
    purpose: "Claims, travel bookings, company cards.",
    leadId: "filipa-serrano",
    size: 10,
    channel: "#expenses",
    jobTitles: ["Expenses Officer", "Travel Coordinator"],
    portoShare: 0.5,
  },
  {
    slug: "pricing",
    name: "Pricing",
    domain: "finance",
    purpose: "Tariffs, the price list, roaming rates.",
    leadId: "edmund-whitlock",
    size: 12,
    channel: "#pricing",
    jobTitles: ["Pricing Analyst", "Tariff Manager"],
    portoShare: 0.35,
  },
  {
    slug: "people-partners",
    name: "People Partners",
    domain: "people",
    purpose: "Advice on leave, remote work and the handbook.",
    leadId: "alison-redfern",
    size: 12,
    channel: "#people",
    jobTitles: ["People Partner", "People Adviser"],
    portoShare: 0.4,
  },
  {
    slug: "pay-and-benefits",
    name: "Pay and Benefits",
    domain: "people",
    purpose: "Payroll, salary bands, pensions.",
    leadId: "margarida-teles",
    size: 8,
    channel: "#pay",
    jobTitles: ["Payroll Specialist", "Benefits Analyst"],
    portoShare: 0.5,
  },
  {
    slug: "learning",
    name: "Learning",
    domain: "people",
    purpose: "Onboarding, courses, certificates.",
    leadId: "toby-winslow",
    size: 10,
    channel: "#learning",
    jobTitles: ["Learning Designer", "Trainer"],
    portoShare: 0.4,
  },
  {
    slug: "contracts",
    name: "Contracts",
    domain: "legal",
    purpose: "Customer and supplier contracts.",
    leadId: "adrian-mercer",
    size: 9,
    channel: "#contracts",
    jobTitles: ["Contract Lawyer", "Paralegal"],
    portoShare: 0.4,
  },
  {
    slug: "privacy-and-security",
    name: "Privacy and Security",
    domain: "legal",
    purpose: "Data protection, data classes, the security policy.",
    leadId: "teresa-bicudo",
    size: 7,
    channel: "#privacy-security",
    jobTitles: ["Security Analyst", "Privacy Counsel"],
    portoShare: 0.5,
  },
  {
    slug: "company-office",
    name: "Company Office",
    domain: "legal",
    purpose: "The managing director's office, board matters and internal audit.",
    leadId: "philip-garland",
    size: 6,
    channel: "#company-office",
    jobTitles: ["Internal Auditor", "Executive Assistant"],
    portoShare: 0.3,
  },
  {
    slug: "consumer-sales",
    name: "Consumer Sales",
    domain: "sales",
    purpose: "Shops, web and phone sales to households.",
    leadId: "chloe-harcourt",
    size: 22,
    channel: "#sales-consumer",
    jobTitles: ["Sales Adviser", "Shop Lead", "Campaign Manager"],
    portoShare: 0.45,
  },
  {
    slug: "business-sales",
    name: "Business Sales",
    domain: "sales",
    purpose: "Accounts and tenders of business customers.",
    leadId: "goncalo-pires",
    size: 18,
    channel: "#sales-business",
    jobTitles: ["Account Manager", "Bid Writer", "Solution Consultant"],
    portoShare: 0.45,
  },
];
