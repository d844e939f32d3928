import type { FieldOptions } from "#lib/ranking/bm25.ts";

/**
 * Weights of the four kinds of field, and how strongly long texts are discounted. Chosen on five public
 * tool-retrieval sets together (4,797 requests, `bench/ranking.ts`): flat around these values, so no set and no
 * request is tuned to. `name` (A): the name. `tags` (B): tags, synonyms, category, owner. `text` (C): purpose,
 * when to use, examples. `inputs` (D): names and descriptions of inputs; recall@1 on function calling 55.0
 * without, 62.1 with.
 */
export const fieldWeights = {
  name: { weight: 1.75, lengthDiscount: 0.3 },
  tags: { weight: 0.7, lengthDiscount: 0.3 },
  text: { weight: 0.7, lengthDiscount: 0.5 },
  inputs: { weight: 0.35, lengthDiscount: 0.6 },
} as const satisfies Record<string, FieldOptions>;

export type StandardField = keyof typeof fieldWeights;
