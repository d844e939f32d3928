/** So many operations come with a page, and with each answer; a tool may have a thousand. */
export const operationsAtOnce = 20;
