// Imported before anything reads the settings: the model server stands on loopback; the secrets are for this alone.
process.env.WEFT_EGRESS_ALLOW ??= "127.0.0.1";
process.env.WEFT_KEY ??= "7e57".repeat(16);
process.env.WEFT_SECRET ??= "a secret for measuring of at least 32 characters";
process.env.WEFT_LOG_LEVEL ??= "error";
