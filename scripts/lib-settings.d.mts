type Environment = Readonly<Record<string, string | undefined>>;

export declare function parseDotEnv(text: string): Record<string, string>;
export declare function withDotEnv(env: Environment, folder: string): Record<string, string | undefined>;
export declare function parseArguments(
  args: readonly string[],
  table: Readonly<Record<string, string>>,
  usage: string,
  options?: { readonly takesRest?: boolean },
): Record<string, string | boolean | string[]>;
export declare function readSettings(
  env: Environment,
  chosen?: { readonly port?: string },
  folder?: string,
): {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly isEmbedded: boolean;
  readonly isDemo: boolean;
  readonly hasSignIn: boolean;
  readonly firstAdmin: string | undefined;
  readonly demoServicesUrl: string | undefined;
  readonly publicUrl: string | undefined;
  readonly logLevel: string | undefined;
  readonly hostname: string;
};
