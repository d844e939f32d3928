import type { TrustRating } from "#lib/trust/mark.ts";

/** Invented ratings that show every form of the mark. */
export const ratings = {
  trusted: {
    threads: {
      evaluation: 0.86,
      reliability: 0.97,
      compliance: 1,
      ownership: 0.95,
      freshness: 1,
      people: 0.72,
    },
    score: 90.6,
    band: "trusted",
    sentences: {
      evaluation: "Passed 460 of 500; with so many questions we can be confident of at least 89.8 %.",
    },
  },
  good: {
    threads: {
      evaluation: 0.68,
      reliability: 0.8,
      compliance: 1,
      ownership: 0.7,
      freshness: 0.6,
      people: null,
    },
    score: 72.5,
    band: "good",
  },
  care: {
    threads: {
      evaluation: 0.9,
      reliability: 0.92,
      compliance: 0.4,
      ownership: 0.9,
      freshness: 0.8,
      people: 0.6,
    },
    score: 64,
    band: "use-with-care",
    gate: { at: 64, words: "Held at 64: the security review expired 12 days ago" },
  },
  poor: {
    threads: {
      evaluation: 0,
      reliability: 0.5,
      compliance: 0.6,
      ownership: 0.4,
      freshness: 0.2,
      people: 0.3,
    },
    score: 31,
    band: "not-recommended",
    gate: { at: 49, words: "Held at 49: it passes no more than its floor" },
  },
  thin: {
    threads: {
      evaluation: 0.9,
      reliability: 0.75,
      compliance: 1,
      ownership: 0.9,
      freshness: 1,
      people: null,
    },
    score: 79,
    band: "good",
    thin: true,
  },
  none: {
    threads: {
      evaluation: null,
      reliability: null,
      compliance: null,
      ownership: 0.7,
      freshness: null,
      people: null,
    },
    score: null,
    band: null,
  },
  blocked: {
    threads: {
      evaluation: 0.8,
      reliability: 0.9,
      compliance: 0.8,
      ownership: 0.8,
      freshness: 0.9,
      people: 0.5,
    },
    score: null,
    band: null,
    gate: { at: 0, words: "Blocked by an administrator" },
  },
} satisfies Record<string, TrustRating>;
