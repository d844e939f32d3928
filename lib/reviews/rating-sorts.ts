export const ratingSorts = ["newest", "lowest", "highest"] as const;
export type RatingSort = (typeof ratingSorts)[number];

/** Ratings on a page unless told otherwise. */
export const ratingsPerPage = 20;
