import { trustComponents } from "#lib/trust/mark.ts";
import type { RatingResult } from "#lib/trust/schema.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import type { Movement } from "#lib/trust/view.ts";

/** Changes of a component below this share are not worth a line. */
const least = 0.005;

type Rated = { readonly rating: RatingResult; readonly settingsId: string | null };

/** What is different between two results, the component that moved the number most first. */
export function movedBetween(before: Rated, after: Rated, { weights }: TrustSettings): Movement {
  const components = trustComponents
    .map((component) => ({
      component,
      from: before.rating.components[component].value,
      to: after.rating.components[component].value,
    }))
    .filter(({ from, to }) => (from === null || to === null ? from !== to : Math.abs(to - from) >= least));
  const moved = (one: (typeof components)[number]) =>
    Math.abs((one.to ?? 0) - (one.from ?? 0)) * weights[one.component];
  const kinds = ({ rating }: Rated) => rating.gates.filter(({ exempt }) => !exempt).map(({ kind }) => kind);
  const [old, current] = [kinds(before), kinds(after)];
  return {
    components: components.toSorted((a, b) => moved(b) - moved(a)),
    gatesAdded: current.filter((kind) => !old.includes(kind)),
    gatesGone: old.filter((kind) => !current.includes(kind)),
    hasNewSettings: before.settingsId !== after.settingsId,
  };
}

/** Whether anything moved that a reader would call a change. */
export function isMovement(moved: Movement): boolean {
  return (
    moved.components.length > 0 ||
    moved.gatesAdded.length > 0 ||
    moved.gatesGone.length > 0 ||
    moved.hasNewSettings
  );
}
