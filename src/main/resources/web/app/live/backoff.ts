const FIRST = 500;
const MOST = 20_000;

/**
 * How long to wait before coming back. Anywhere between nothing and the bound, evenly: when a server restarts, everybody
 * loses the connection at the same moment, and must not all return at the same moment.
 */
export class Backoff {
  private attempts = 0;

  next(random: () => number = Math.random): number {
    const bound = Math.min(MOST, FIRST * 2 ** this.attempts);
    this.attempts++;
    return Math.floor(random() * bound);
  }

  reset(): void {
    this.attempts = 0;
  }
}
