/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Routes say how much they take; the proxy in front of them must not cut what fits.
  experimental: { proxyClientMaxBodySize: "21mb" },
  // `npm test` checks types; a build is not stopped by a test file.
  typescript: { ignoreBuildErrors: true },
  // Also what is large: a bundle would hold a copy of it for every route.
  serverExternalPackages: [
    "@ai-sdk/openai-compatible",
    "@ai-sdk/provider",
    "@electric-sql/pglite",
    "@electric-sql/pglite-pgvector",
    "pglite-prisma-adapter",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@modelcontextprotocol/client",
    "@modelcontextprotocol/server",
    "ai",
    "ajv",
    "ajv-formats",
    "jose",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "snowball-stemmers",
    "undici",
    "yaml",
    "zod",
  ],
  // What the proxy does not pass: static files get their header here.
  headers: async () => [
    { source: "/_next/static/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
  turbopack: {
    rules: { "*.css": { loaders: ["@tailwindcss/turbopack"], as: "*.css" } },
  },
};
