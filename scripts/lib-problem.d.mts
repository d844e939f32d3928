export declare function explainOutput(
  output: string,
  step?: string,
): { readonly sentence: string; readonly showsOutput: boolean } | undefined;
