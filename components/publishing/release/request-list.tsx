import { t } from "#components/publishing/release/release-words.ts";
import { RequestSteps } from "#components/publishing/release/request-steps.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ReleaseRequestView } from "#lib/publishing/review.ts";

const tones: Readonly<Record<ReleaseRequestView["status"], StatusTone>> = {
  "in-review": "active",
  published: "positive",
  returned: "caution",
  withdrawn: "neutral",
};

export function RequestStatus({ status }: Pick<ReleaseRequestView, "status">) {
  return <Status tone={tones[status]}>{t(`state-${status}`)}</Status>;
}

/** Requests in short, each leading to the whole. */
export function RequestList({ requests }: { requests: readonly ReleaseRequestView[] }) {
  return (
    <ul className="flex flex-col">
      {requests.map((request) => (
        <li
          key={request.id}
          className="grid gap-x-6 gap-y-2 border-b py-4 first:pt-0 last:border-b-0 md:grid-cols-[minmax(0,1fr)_16rem]"
        >
          <div className="flex min-w-0 flex-col gap-1">
            <p className="flex flex-wrap items-center gap-x-3">
              <TextLink href={`/approvals/${request.id}`} className="wrap-anywhere text-lead">
                {t("requestTitle", { tool: request.tool.name, version: request.version })}
              </TextLink>
              <RequestStatus status={request.status} />
            </p>
            <p className="measure line-clamp-3 wrap-anywhere">{request.notes}</p>
            <p className="text-muted text-small">
              {t("requestBy", { name: request.requestedBy.name })}, <Time value={request.requestedAt} />
            </p>
          </div>
          <div className="flex flex-col items-start gap-3">
            <RequestSteps request={request} />
            {request.mine.length > 0 && (
              <LinkButton href={`/approvals/${request.id}`} variant="primary">
                {t("review")}
              </LinkButton>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
