const isSentence = (text: string) => /\s.*[.!?]$/s.test(text);

/** Several values in one line: sentences after each other, anything else with commas between. */
export function joinValues(values: readonly unknown[]): string {
  const texts = values.map(String);
  return texts.join(texts.every(isSentence) ? " " : ", ");
}
