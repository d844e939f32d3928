import "server-only";

/** The few parts of Node's response that next-auth writes to, turned into a web Response. */
export class AuthAnswer {
  #status = 200;
  #body: string | null = null;
  readonly #headers = new Map<string, string | readonly string[]>();

  status(code: number): this {
    this.#status = code;
    return this;
  }

  getHeader(name: string): string | readonly string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): this {
    this.setHeader("content-type", "application/json");
    return this.send(value);
  }

  send(body: unknown): this {
    this.#body = body === undefined || typeof body === "string" ? (body ?? null) : JSON.stringify(body);
    return this;
  }

  end(): this {
    return this;
  }

  toResponse(): Response {
    const headers = new Headers();
    for (const [name, value] of this.#headers) {
      for (const entry of typeof value === "string" ? [value] : value) headers.append(name, entry);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}
