/** Why the tool for tickets was blocked while the service was mended; shown to everybody who tried. */
export const blockReason =
  "The ticket service is rolled back to the database version before this morning; nobody should write into it meanwhile (INC-2061)";
