import type { PlannedTool } from "./planned-tool.ts";

export const jobAdvert: PlannedTool = {
  slug: "job-advert",
  domain: "people",
  team: "learning",
  owner: "toby-winslow",
  deputy: "susete-marinho",
  confirmedDaysAgo: 81,
  supportChannel: "#learning",
  dataClass: "internal",
  riskTier: "low",
  slo: { success: 0.97, p95Ms: 8000 },
  words: {
    name: "Job Advert",
    purpose:
      "Drafts an advert for an open job from its tasks and needs: short, without jargon, and worded so that nobody is put off who could do the work.",
    whenToUse: ["A job is approved and you need the text for the careers page and the boards."],
    whenNotToUse: ["Before the job is approved.", "For the job description itself: that is a contract text."],
    useInstead: [{ text: "For how jobs and reviews work here", slug: "handbook-answers" }],
    examples: [
      {
        request: "Fibre Technician, Porto: splices and tests fibre, drives, on call every fourth week.",
        answer:
          "**Fibre Technician, Porto**\n\nYou bring light to people's homes: you splice, you test, and you leave a cabinet tidier than you found it.\n\n**What you do**\n- Splice and test fibre at homes and sites in the north of Portugal\n- Drive to two to five places a day\n- Are on call every fourth week, paid\n\n**What you bring**\n- A driving licence and steady hands\n- Either experience with fibre or the wish to learn it: we train you for six weeks\n\n**What we offer**\n25 days of leave, a company car, tools that work.",
      },
    ],
    tags: ["hiring", "writing"],
    synonyms: ["vacancy", "recruitment", "job posting", "anúncio de emprego", "recrutamento"],
    knownIssues: ["Lists too many needs when the notes do; keep to five."],
    limits: ["Needs a model.", "No pay: the pay is added by Pay and Benefits."],
  },
  making: {
    kind: "prompt",
    modelAlias: "fast",
    maxOutputTokens: 600,
    operation: {
      name: "draftJobAdvert",
      title: "Draft a job advert",
      description: "Drafts an advert for an open job from its title, office, tasks and needs.",
      exampleRequests: [
        "Draft a job advert for a Fibre Technician in Porto",
        "Write a vacancy text for a Pricing Analyst",
        "Escreve um anúncio de emprego para um técnico de fibra",
      ],
      exampleInput: {
        title: "Fibre Technician",
        office: "Porto",
        notes:
          "Splices and tests fibre, drives to two to five places a day, on call every fourth week. Training given.",
      },
      inputSchema: {
        type: "object",
        properties: {
          title: { type: "string", minLength: 3, maxLength: 80, description: "Title of the job." },
          office: { type: "string", enum: ["Bristol", "Porto"], description: "Where the job is." },
          notes: {
            type: "string",
            minLength: 20,
            maxLength: 4000,
            description: "Tasks, needs and what is offered, in any order.",
            format: "textarea",
          },
          language: {
            type: "string",
            enum: ["English", "Portuguese"],
            default: "English",
            description: "Language of the advert.",
          },
        },
        required: ["title", "office", "notes"],
        additionalProperties: false,
      },
    },
    instructions:
      "You draft adverts for open jobs at Northmere, a telecom company in Bristol and Porto.\n\nForm: the title with the office; one sentence that says what the person brings about; What you do (three to five lines); What you bring (at most five lines, only what is truly needed); What we offer (one or two lines).\n\nWrite to the reader as you. Plain words; no rockstar, ninja, dynamic, young, native speaker, or years of experience unless the notes demand a number. Use only what the notes say. Never name pay. At most 200 words.",
    message: "Title: {{title}}\nOffice: {{office}}\nLanguage: {{language}}\n\nNotes:\n{{notes}}",
  },
  versions: [
    {
      version: "1.0.0",
      daysAgo: 159,
      by: "toby-winslow",
      notes: "First release.",
      words: { limits: ["Needs a model.", "English only."] },
    },
    {
      version: "1.1.0",
      daysAgo: 81,
      by: "susete-marinho",
      notes: "Adverts in Portuguese. At most five needs, because long lists keep good people from applying.",
    },
  ],
};
