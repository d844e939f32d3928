/** The 12 document sets of the company: which files there are, who owns and who verified them. */
import { alarmCodes } from "./alarm-codes.ts";
import type { DataClass } from "./facts.ts";
import { travelAdvanceForm } from "./facts.ts";
import { incidents } from "./incidents.ts";
import { outdatedRoamingPrice } from "./tariffs.ts";

export type DocumentLanguage = "en" | "pt";

export type PlannedDocument = {
  /** Path under `demo/documents/`. */
  readonly path: string;
  readonly title: string;
  readonly language: DocumentLanguage;
  readonly about: string;
  /** Id of the person who last verified the document. */
  readonly verifiedBy: string;
  readonly verifiedDaysAgo: number;
  readonly targetWords: number;
  /** Set when the document states something that no longer holds. */
  readonly outdated?: string;
};

export type DocumentSet = {
  readonly id: string;
  readonly title: string;
  /** Slug of the team that owns the set. */
  readonly ownerTeam: string;
  readonly dataClass: DataClass;
  readonly languages: readonly DocumentLanguage[];
  readonly documents: readonly PlannedDocument[];
};

type Row = readonly [
  file: string,
  title: string,
  language: DocumentLanguage,
  verifiedBy: string,
  verifiedDaysAgo: number,
  targetWords: number,
  about: string,
  outdated?: string,
];

function documentsOf(folder: string, rows: readonly Row[]): readonly PlannedDocument[] {
  return rows.map(([file, title, language, verifiedBy, verifiedDaysAgo, targetWords, about, outdated]) => ({
    path: `${folder}/${file}`,
    title,
    language,
    about,
    verifiedBy,
    verifiedDaysAgo,
    targetWords,
    ...(outdated === undefined ? {} : { outdated }),
  }));
}

// Runbooks are verified by those who use them, at different times.
const runbookVerifiers = [
  "raul-quintela",
  "callum-ridley",
  "bronwen-pugh",
  "leandro-pestana",
  "armando-sequeira",
  "tome-falcao",
  "marcus-elwood",
] as const;

const runbooks: readonly PlannedDocument[] = alarmCodes.map((alarm, index) => ({
  path: `network-runbooks/${alarm.runbook}.md`,
  title: `${alarm.code}: ${alarm.name}`,
  language: "en",
  about: alarm.meaning,
  verifiedBy: runbookVerifiers[index % runbookVerifiers.length] ?? "raul-quintela",
  verifiedDaysAgo: 9 + ((index * 23) % 83),
  targetWords: 560,
}));

const incidentReviews: readonly PlannedDocument[] = incidents.map((incident) => ({
  path: `incident-reviews/${incident.slug}.md`,
  title: `${incident.id}: ${incident.title}`,
  language: "en",
  about: incident.cause,
  verifiedBy: incident.verifiedBy,
  verifiedDaysAgo: incident.verifiedDaysAgo,
  targetWords: 640,
}));

export const documentSets: readonly DocumentSet[] = [
  {
    id: "handbook",
    title: "Handbook",
    ownerTeam: "people-partners",
    dataClass: "internal",
    languages: ["en", "pt"],
    documents: documentsOf("handbook", [
      [
        "about-northmere.md",
        "About Northmere",
        "en",
        "alison-redfern",
        44,
        450,
        "History, offices, domains and teams, how decisions are made.",
      ],
      [
        "working-hours-and-pay.md",
        "Working hours and pay",
        "en",
        "nigel-hathersage",
        51,
        550,
        "Hours, shifts, on-call pay, pay day, where salary questions go.",
      ],
      [
        "conduct-and-respect.md",
        "Conduct and respect",
        "en",
        "marisa-cordeiro",
        63,
        550,
        "How we treat each other, gifts, conflicts of interest, whom to tell.",
      ],
      [
        "performance-and-growth.md",
        "Performance and growth",
        "en",
        "toby-winslow",
        72,
        500,
        "Reviews twice a year, courses, changing teams.",
      ],
      [
        "leaving-northmere.md",
        "Leaving Northmere",
        "en",
        "felicity-drake",
        58,
        400,
        "Notice, handing over tools and documents, last pay.",
      ],
      [
        "ausencias-e-ferias.md",
        "Ausências e férias",
        "pt",
        "marisa-cordeiro",
        37,
        700,
        "O capítulo das férias e ausências do manual, para as pessoas do Porto.",
      ],
    ]),
  },
  {
    id: "leave-and-remote-work",
    title: "Leave and remote work",
    ownerTeam: "people-partners",
    dataClass: "internal",
    languages: ["en"],
    documents: documentsOf("leave-and-remote-work", [
      [
        "annual-leave.md",
        "Annual leave",
        "en",
        "alison-redfern",
        37,
        700,
        "Days, carry-over, how to ask, who answers, in both offices.",
      ],
      [
        "other-leave.md",
        "Sick, family and other leave",
        "en",
        "felicity-drake",
        37,
        750,
        "Sick, parental, carer, bereavement, study, volunteer, sabbatical.",
      ],
      [
        "remote-work.md",
        "Remote work",
        "en",
        "alison-redfern",
        61,
        700,
        "Days at home, core hours, working from abroad, equipment.",
      ],
    ]),
  },
  {
    id: "travel-and-expenses",
    title: "Travel and expenses",
    ownerTeam: "expenses-and-travel",
    dataClass: "internal",
    languages: ["en", "pt"],
    documents: documentsOf("travel-and-expenses", [
      [
        "travel-policy.md",
        "Travel policy",
        "en",
        "filipa-serrano",
        48,
        1100,
        "Booking, classes, per diems, hotels, own car, advances.",
      ],
      [
        "politica-de-viagens.md",
        "Política de viagens",
        "pt",
        "filipa-serrano",
        48,
        1050,
        "A política de viagens em português; diz o mesmo que a inglesa.",
      ],
      [
        "expense-claims.md",
        "Expense claims and approval limits",
        "en",
        "nelson-abreu",
        33,
        750,
        "How to claim, receipts, categories, who approves up to what.",
      ],
      [
        "travel-advance-note.md",
        "Note on travel advances",
        "en",
        "gemma-pratt",
        travelAdvanceForm.documentVerifiedDaysAgo,
        260,
        "How to ask for a travel advance, as it was before the online form.",
        `Names form ${travelAdvanceForm.supersededId}; since ${travelAdvanceForm.replacedDaysAgo} days ago it is ${travelAdvanceForm.currentId}.`,
      ],
    ]),
  },
  {
    id: "security-policy",
    title: "Security policy",
    ownerTeam: "privacy-and-security",
    dataClass: "internal",
    languages: ["en"],
    documents: documentsOf("security-policy", [
      [
        "security-policy.md",
        "Security policy",
        "en",
        "teresa-bicudo",
        29,
        1000,
        "Passwords, devices, VPN, access reviews, removable storage.",
      ],
      [
        "reporting-an-incident.md",
        "Reporting a security incident",
        "en",
        "estela-palma",
        29,
        550,
        "What to report, to whom, how fast, what happens next.",
      ],
      [
        "using-language-models.md",
        "Using language models and tools",
        "en",
        "winston-agard",
        22,
        650,
        "Which data may go to which model, checking answers, approvals.",
      ],
    ]),
  },
  {
    id: "network-runbooks",
    title: "Network runbooks",
    ownerTeam: "operations-centre",
    dataClass: "internal",
    languages: ["en"],
    documents: runbooks,
  },
  {
    id: "incident-reviews",
    title: "Incident reviews",
    ownerTeam: "operations-centre",
    dataClass: "internal",
    languages: ["en"],
    documents: incidentReviews,
  },
  {
    id: "product-and-tariff-guide",
    title: "Product and tariff guide",
    ownerTeam: "pricing",
    dataClass: "public",
    languages: ["en"],
    documents: documentsOf("product-and-tariff-guide", [
      [
        "mobile-tariffs.md",
        "Mobile tariffs",
        "en",
        "inara-bexley",
        18,
        700,
        "Every household and prepaid mobile tariff, what is in it, for whom.",
      ],
      [
        "broadband-tariffs.md",
        "Fibre tariffs",
        "en",
        "inara-bexley",
        18,
        650,
        "Home and business fibre, set-up, terms, repair times.",
      ],
      [
        "business-tariffs.md",
        "Business tariffs",
        "en",
        "rogerio-antas",
        18,
        500,
        "Business mobile and fibre, add-ons, what is included.",
      ],
      [
        "roaming.md",
        "Roaming",
        "en",
        "inara-bexley",
        18,
        650,
        "Zones, day passes, fair use, prices without a pass.",
      ],
      [
        "fees-and-compensation.md",
        "Fees and compensation",
        "en",
        "rogerio-antas",
        26,
        450,
        "Fees, and what a customer is paid when we are late.",
      ],
      [
        "roaming-quick-card.md",
        "Roaming quick card",
        "en",
        "stuart-kemble",
        outdatedRoamingPrice.documentVerifiedDaysAgo,
        220,
        "One page for advisers, printed before the price change.",
        `Gives ${outdatedRoamingPrice.dayPassGbp.toFixed(2)} pounds for a zone B day pass; the price changed ${outdatedRoamingPrice.replacedDaysAgo} days ago.`,
      ],
    ]),
  },
  {
    id: "contract-clauses",
    title: "Standard contract clauses",
    ownerTeam: "contracts",
    dataClass: "confidential",
    languages: ["en"],
    documents: documentsOf("contract-clauses", [
      [
        "customer-clauses.md",
        "Clauses for business customers",
        "en",
        "adrian-mercer",
        54,
        1000,
        "Service levels, credits, liability, payment, notice, price changes.",
      ],
      [
        "supplier-clauses.md",
        "Clauses for suppliers",
        "en",
        "benedita-lobo",
        66,
        750,
        "Data protection, audit, delivery, ending the contract.",
      ],
    ]),
  },
  {
    id: "tone-guide",
    title: "Tone guide",
    ownerTeam: "service-quality",
    dataClass: "internal",
    languages: ["en"],
    documents: documentsOf("tone-guide", [
      [
        "tone-guide.md",
        "How we write and speak",
        "en",
        "constanca-veiga",
        41,
        850,
        "Voice, words we use and avoid, examples before and after.",
      ],
      [
        "difficult-conversations.md",
        "Difficult conversations",
        "en",
        "eleanor-shipley",
        41,
        600,
        "Complaints, outages, saying no, when to hand over.",
      ],
    ]),
  },
  {
    id: "onboarding",
    title: "Onboarding",
    ownerTeam: "learning",
    dataClass: "internal",
    languages: ["en", "pt"],
    documents: documentsOf("onboarding", [
      [
        "first-two-weeks.md",
        "Your first two weeks",
        "en",
        "priscilla-nkemelu",
        25,
        750,
        "Day by day: accounts, people, courses, first tasks.",
      ],
      [
        "guia-de-acolhimento.md",
        "Guia de acolhimento do Porto",
        "pt",
        "susete-marinho",
        25,
        750,
        "As primeiras duas semanas no escritório do Porto.",
      ],
    ]),
  },
  {
    id: "lab-procedures",
    title: "Lab procedures",
    ownerTeam: "lab",
    dataClass: "confidential",
    languages: ["en"],
    documents: documentsOf("lab-procedures", [
      [
        "equipment-acceptance.md",
        "Equipment acceptance test",
        "en",
        "celso-ventura",
        70,
        800,
        "Steps, measured values and limits before equipment enters the network.",
      ],
      [
        "optical-safety.md",
        "Optical safety",
        "en",
        "vasco-figueira",
        39,
        550,
        "Laser classes, eye protection, cleaning connectors.",
      ],
      [
        "software-trials.md",
        "Software trials",
        "en",
        "ottilie-brandt",
        47,
        600,
        "How an update is tried, who signs, how it is rolled back.",
      ],
    ]),
  },
  {
    id: "data-class-guide",
    title: "Data class guide",
    ownerTeam: "privacy-and-security",
    dataClass: "internal",
    languages: ["en", "pt"],
    documents: documentsOf("data-class-guide", [
      [
        "data-classes.md",
        "The four data classes",
        "en",
        "winston-agard",
        31,
        800,
        "Public, internal, confidential, restricted: meaning, examples, where each may go.",
      ],
      [
        "guia-das-classes-de-dados.md",
        "Guia das classes de dados",
        "pt",
        "estela-palma",
        31,
        700,
        "As quatro classes de dados, com exemplos, em português.",
      ],
    ]),
  },
];
