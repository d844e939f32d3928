/** Texts of taking docs over from a folder or an archive. */
export const docsImport = {
  button: "Import docs",
  reading: "Reading …",
  folder: "Choose a folder",
  archive: "Choose a ZIP archive",
  folderInput: "Folder of docs",
  archiveInput: "ZIP archive of docs",
  nothing: "There is nothing in this folder that docs are made of: Markdown, PNG, JPEG, WebP or GIF.",
  tooLarge: "These files are larger than 25 MB together. Leave out what is no docs.",
  failed: "The docs were not imported",
  title: "Import these docs?",
  found: { one: "One page, in this order:", other: "{count} pages, in this order:" },
  images: { one: "One image is stored with the tool.", other: "{count} images are stored with the tool." },
  problems: {
    one: "One thing was not taken over as it is",
    other: "{count} things were not taken over as they are",
  },
  problemAt: "{path}, line {line}: {message}",
  problemIn: "{path}: {message}",
  replaceNote:
    "Putting them in the place of the present docs takes those out of the draft. What is published stays.",
  cancel: "Cancel",
  append: "Add behind the present docs",
  replace: "Put in the place of the present docs",
  take: "Take over",
  taken: { one: "One page is in the draft.", other: "{count} pages are in the draft." },
} as const;
