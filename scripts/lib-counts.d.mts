export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures?: readonly string[];
  readonly unsteady?: readonly string[];
};
export declare function countVitest(report: object | undefined, exitCode: number): Counts;
export declare function countPlaywright(report: object | undefined, exitCode: number): Counts;
export declare function closingLines(results: readonly (Counts & { readonly title?: string })[]): string[];
