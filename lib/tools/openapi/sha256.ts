// The first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square roots of the
// first eight (FIPS 180-4). They are worked out once, as whole numbers, so that no digit can be mistyped.
function firstPrimes(count: number): bigint[] {
  const primes: bigint[] = [];
  for (let candidate = 2n; primes.length < count; candidate += 1n) {
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
  }
  return primes;
}

/** The 32 bits behind the point of the `degree`th root of `prime`. */
function fractionOfRoot(prime: bigint, degree: bigint): number {
  const target = prime << (32n * degree);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

const primes = firstPrimes(64);
const rounds = Uint32Array.from(primes, (prime) => fractionOfRoot(prime, 3n));
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fractionOfRoot(prime, 2n));

const turn = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

/** The message with its padding: a one bit, zeros, and the length in bits at the end of the last block. */
function pad(message: Uint8Array): DataView {
  const blocks = Math.ceil((message.length + 9) / 64);
  const padded = new Uint8Array(blocks * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);
  return view;
}

function mixBlock(view: DataView, offset: number, words: Uint32Array, state: Uint32Array): void {
  const word = (i: number) => words[i] ?? 0;
  for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(offset + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const [early, late] = [word(i - 15), word(i - 2)];
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[i] = word(i - 16) + s0 + word(i - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + word(i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [i, mixed] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + mixed;
}

/**
 * SHA-256 of a text (UTF-8) in lower-case hexadecimal. It answers at once and without Node's modules, which the hash of
 * lib/canonical-hash.ts needs; both give the same result.
 */
export function sha256(text: string): string {
  const view = pad(new TextEncoder().encode(text));
  const state = start.slice();
  const words = new Uint32Array(64);
  for (let offset = 0; offset < view.byteLength; offset += 64) mixBlock(view, offset, words, state);
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}
