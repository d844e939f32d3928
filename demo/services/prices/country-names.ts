/** Other names under which people ask for a country, Portuguese ones among them. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  "United States": ["USA", "US", "America", "United States of America", "Estados Unidos"],
  "United Kingdom": ["UK", "Great Britain", "England", "Reino Unido"],
  "United Arab Emirates": ["UAE", "Dubai", "Emirados Árabes Unidos"],
  "South Africa": ["África do Sul"],
  "South Korea": ["Korea", "Coreia do Sul"],
  "Cape Verde": ["Cabo Verde"],
  "New Zealand": ["Nova Zelândia"],
  Switzerland: ["Suíça"],
  Turkey: ["Türkiye", "Turquia"],
  Netherlands: ["Holland", "Países Baixos"],
  Czechia: ["Czech Republic", "Chéquia"],
  Morocco: ["Marrocos"],
  Brazil: ["Brasil"],
  Canada: ["Canadá"],
  Japan: ["Japão"],
  Spain: ["Espanha"],
  Germany: ["Alemanha"],
  France: ["França"],
  Italy: ["Itália"],
};

const plain = (name: string) =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();

/** Whether `asked` names `country`, in whatever way people write it. */
export function isCountry(country: string, asked: string): boolean {
  return [country, ...(otherNames[country] ?? [])].some((name) => plain(name) === plain(asked));
}
