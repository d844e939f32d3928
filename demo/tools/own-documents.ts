import { type DocumentSet, documentsOf } from "#demo/company/document-set.ts";

/** Documents that belong to one tool and to nobody else; paths are relative to `demo/tools`. */
export const toolDocumentSets: readonly DocumentSet[] = [
  {
    id: "salary-bands",
    title: "Salary bands",
    ownerTeam: "pay-and-benefits",
    dataClass: "restricted",
    languages: ["en"],
    documents: documentsOf("documents", [
      [
        "salary-bands.md",
        "Salary bands",
        "en",
        "nigel-hathersage",
        16,
        450,
        "The nine bands with their ranges in both offices, and how a job gets its band.",
      ],
    ]),
  },
];
