/**
 * SHA-256 (FIPS 180-4), one call at a time and without waiting. Browsers offer theirs only where the page came over TLS or from
 * this machine, and answer each call later, which would take most of the time.
 */
const ROUNDS = 64;
const BLOCK = 64;
const PRIMES = primes(ROUNDS);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const w = new Int32Array(ROUNDS);

/** The eight words of the hash. */
export function sha256(message: Uint8Array): Int32Array {
  const padded = pad(message);
  const hash = START.slice();
  for (let at = 0; at < padded.byteLength; at += BLOCK) {
    schedule(padded, at);
    compress(hash);
  }
  return hash;
}

function pad(message: Uint8Array): DataView {
  const length = Math.ceil((message.length + 9) / BLOCK) * BLOCK;
  const bytes = new Uint8Array(length);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  // In bits; nothing hashed here is so long that it needs the upper half.
  view.setUint32(length - 4, message.length * 8);
  return view;
}

function schedule(padded: DataView, at: number): void {
  for (let i = 0; i < 16; i++) {
    w[i] = padded.getInt32(at + i * 4);
  }
  for (let i = 16; i < ROUNDS; i++) {
    const a = w[i - 15]!;
    const b = w[i - 2]!;
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
}

function compress(hash: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < ROUNDS; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i]! += word));
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits behind the point, which is what the standard takes its constants from. */
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < count; next++) {
    if (found.every((prime) => next % prime !== 0)) {
      found.push(next);
    }
  }
  return found;
}
