/** The alias that chat uses when nobody chooses. It always exists. */
export const defaultAlias = "default";
