export declare function compareVersions(a: string, b: string): number;
export declare function belowFloor(
  floor: Readonly<Record<string, string>>,
  lock: { readonly packages: Readonly<Record<string, { readonly version?: string }>> },
): readonly string[];
