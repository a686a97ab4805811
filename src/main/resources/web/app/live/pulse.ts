const SILENCE = 45_000;

/**
 * Asks whether the other side is still there when nothing has come from it for a while. A connection can die without a sign to
 * whoever only listens, and the server's pings are hidden from scripts: its silence would look like that of people.
 */
export class Pulse {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: () => void) {}

  /** Something has come. */
  beat(): void {
    this.stop();
    this.timer = setTimeout(() => this.ask(), SILENCE);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
