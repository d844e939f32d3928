import "server-only";
import { createTransport, type NodemailerError } from "nodemailer";
import { z } from "zod";
import { log } from "#lib/log.ts";
import type { MailWords } from "#lib/notifications/compose-mail.ts";
import { withinTime } from "#lib/within-time.ts";

/**
 * What became of a mail: `refused` for good; `later` when the server takes others but not this one now; `unreachable`
 * when it takes none at present.
 */
export type Posting = "sent" | "refused" | "later" | "unreachable";

export type Letter = MailWords & {
  /** The same for every try, so that a mail server which got it twice knows. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
};

export type PostOffice = { post(letter: Letter, signal: AbortSignal): Promise<Posting> };

/** Longest waits in ms: for a connection and its greeting, for the next word of the server, and for a whole mail. */
export type PostLimits = { readonly connectMs: number; readonly silenceMs: number; readonly wholeMs: number };

const usualLimits: PostLimits = { connectMs: 10_000, silenceMs: 20_000, wholeMs: 60_000 };

function postingOf({ code, command, permanent, responseCode }: NodemailerError): Posting {
  const isAboutThis = command === "RCPT TO" || command === "DATA";
  // The library itself found the address unusable.
  if (code === "EENVELOPE" && command === "API") return "refused";
  if (!isAboutThis || permanent === undefined || responseCode === 421) return "unreachable";
  return permanent ? "refused" : "later";
}

/** A mail server that speaks SMTP. Every mail has a connection of its own, which ends with it. */
export function openPostOffice(
  { smtpUrl, from }: { readonly smtpUrl: string; readonly from: string },
  limits: PostLimits = usualLimits,
): PostOffice {
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: limits.connectMs,
      greetingTimeout: limits.connectMs,
      dnsTimeout: limits.connectMs,
      socketTimeout: limits.silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    {
      from,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    },
  );
  const host = /@([\w.-]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    async post({ id, to, ...words }, stop) {
      if (!z.email().safeParse(to.address).success) return "refused";
      const mail = { ...words, to, messageId: `<${id}@${host}>` };
      try {
        await withinTime(limits.wholeMs, stop, (signal) => transport.sendMail({ ...mail, signal }));
        return "sent";
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const posting = stop.aborted ? "unreachable" : postingOf(error);
        log.warn({ err: error, notificationId: id, posting }, "An e-mail was not taken.");
        return posting;
      }
    },
  };
}
