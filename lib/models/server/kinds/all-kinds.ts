import "server-only";
import type { ConnectableType } from "#lib/models/provider-types.ts";
import { anthropic } from "#lib/models/server/kinds/anthropic.ts";
import { azure } from "#lib/models/server/kinds/azure.ts";
import { bedrock } from "#lib/models/server/kinds/bedrock.ts";
import { google } from "#lib/models/server/kinds/google.ts";
import type { ProviderKind } from "#lib/models/server/kinds/kind.ts";
import { mistral } from "#lib/models/server/kinds/mistral.ts";
import { openAI } from "#lib/models/server/kinds/openai.ts";
import { openAICompatible } from "#lib/models/server/kinds/openai-compatible.ts";

export const providerKinds: Readonly<Record<ConnectableType, ProviderKind>> = {
  "openai-compatible": openAICompatible,
  openai: openAI,
  azure,
  anthropic,
  google,
  bedrock,
  mistral,
};
