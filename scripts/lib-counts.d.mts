export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
export declare function countVitest(report: object | undefined, exitCode: number): Counts;
export declare function countPlaywright(report: object | undefined, exitCode: number): Counts;
export declare function closingLine(results: readonly Counts[]): string;
