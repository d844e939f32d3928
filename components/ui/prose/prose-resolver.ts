export type ProseImageSource = {
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
};

/** What addresses in a text mean where it is shown. Without it links are followed as written and images are named. */
export type ProseResolver = {
  /** The address to follow; undefined leaves it as written, null makes it no link. */
  readonly link: (target: string) => string | null | undefined;
  /** The image that the portal holds under an address, or null. */
  readonly image: (target: string) => ProseImageSource | null;
};
