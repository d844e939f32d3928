/** The alias that chat uses when nobody chooses. It always exists. */
export const defaultAlias = "default";
/** The alias of the models that turn text into vectors for the portal's own search. It always exists, maybe empty. */
export const embeddingsAlias = "embeddings";
