export declare function demoPort(
  dataDir: string,
  options: { readonly isSeedingAgain: boolean },
): Promise<number>;
