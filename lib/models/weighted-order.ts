type Weighted = { readonly weight: number };

/**
 * The entries in an order drawn by weight: each next one is taken with the probability of its share among those left.
 * @param random 0 to 1, asked once per place
 */
export function weightedOrder<Entry extends Weighted>(
  entries: readonly Entry[],
  random: () => number,
): Entry[] {
  const left = [...entries];
  const order: Entry[] = [];
  while (left.length > 0) {
    const whole = left.reduce((sum, { weight }) => sum + weight, 0);
    let point = random() * whole;
    let at = left.findIndex(({ weight }) => {
      point -= weight;
      return point < 0;
    });
    if (at < 0) at = left.length - 1;
    order.push(...left.splice(at, 1));
  }
  return order;
}
