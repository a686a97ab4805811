const LONGEST = 6 * 60 * 60_000;
const PAUSE = 30_000;

/**
 * Does something when a time has come, such as the end of a measure. The clock of a phone may be wrong, so whoever finds that it
 * is not over yet asks to be woken again, and not at once.
 */
export class Again {
  private timer = 0;
  private least = 500;

  constructor(private readonly act: () => void) {}

  at(time: string | undefined): void {
    this.stop();
    if (time !== undefined) {
      const wait = Math.min(LONGEST, Math.max(this.least, Date.parse(time) - Date.now() + 500));
      this.least = PAUSE;
      this.timer = window.setTimeout(this.act, wait);
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
  }
}
