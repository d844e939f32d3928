// Runs in the browser before anything else. Zod would try to compile its checks, which the content security policy
// rightly stops and reports. Set by its name, so that Zod itself is loaded only by the pages that need it.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
