/** Words of the pages that stand in for one that failed; few, because every page loads them. */
export const pageError = {
  title: "This page could not be shown",
  text: "Your work is kept. Try again; if it fails again, send the error id to your administrator.",
  id: "Error id",
  portalTitle: "Weft could not be shown",
  portalText: "Nothing you saved is lost. Try again; if it fails again, tell your administrator.",
  tryAgain: "Try again",
  home: "Go to Home",
} as const;
