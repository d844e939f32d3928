import { useState } from "react";

/** Which operations are to be taken over, by key, and of which the original texts are wanted. */
export function useSelection() {
  /** Null until somebody touches it: then it is what the draft holds. */
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null);
  const [originals, setOriginals] = useState<ReadonlySet<string>>(new Set());
  return {
    originals,
    of: (chosen: readonly string[]): ReadonlySet<string> => own ?? new Set(chosen),
    set: (keys: Iterable<string>) => setOwn(new Set(keys)),
    setOriginal: (key: string, isWanted: boolean) => {
      const others = [...originals].filter((one) => one !== key);
      setOriginals(new Set(isWanted ? [...others, key] : others));
    },
    clear: () => {
      setOwn(null);
      setOriginals(new Set());
    },
  };
}
