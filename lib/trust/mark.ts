/** The six components in their fixed order. */
export const trustComponents = [
  "evaluation",
  "reliability",
  "compliance",
  "ownership",
  "freshness",
  "people",
] as const;
export type TrustComponent = (typeof trustComponents)[number];

/** Highest first. */
export const trustBands = ["trusted", "good", "use-with-care", "not-recommended"] as const;
export type TrustBand = (typeof trustBands)[number];

/** What a trust mark shows. Values are 0 to 1; null is "no evidence", which is not zero. */
export type TrustRating = {
  threads: Record<TrustComponent, number | null>;
  /** 0 to 100; null while not rated. */
  score: number | null;
  band: TrustBand | null;
  /** A gate or cap: its height on the scale of 0 to 100, and its words. */
  gate?: { at: number; words: string } | null | undefined;
  thin?: boolean | undefined;
  /** One sentence per thread, as the rating explains it; where one is missing the value is said. */
  sentences?: Partial<Record<TrustComponent, string>> | undefined;
};

/** A rating of which nothing is known yet. */
export const notRated: TrustRating = {
  threads: {
    evaluation: null,
    reliability: null,
    compliance: null,
    ownership: null,
    freshness: null,
    people: null,
  },
  score: null,
  band: null,
};
