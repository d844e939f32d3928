/** Shape of the plan of documents. */
import type { DataClass } from "./facts.ts";

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

export type DocumentRow = readonly [
  file: string,
  title: string,
  language: DocumentLanguage,
  verifiedBy: string,
  verifiedDaysAgo: number,
  targetWords: number,
  about: string,
  outdated?: string,
];

/** Turns the short rows of a folder into planned documents. */
export function documentsOf(folder: string, rows: readonly DocumentRow[]): readonly PlannedDocument[] {
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
