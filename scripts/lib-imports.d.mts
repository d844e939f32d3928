export declare function checkImports(folder?: string): {
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
  readonly unseen: readonly string[];
  readonly count: number;
};
