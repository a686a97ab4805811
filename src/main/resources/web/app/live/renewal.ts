import type { Session } from './connection.js';

const BEFORE_THE_END = 60_000;
const AT_LEAST = 5_000;

/** Shows the server a fresh token on the open connection before the present one ends. */
export class Renewal {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly show: (token: string) => Promise<unknown>,
  ) {}

  start(): void {
    this.stop();
    this.timer = setTimeout(() => void this.renew(), Math.max(AT_LEAST, this.session.life - BEFORE_THE_END));
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async renew(): Promise<void> {
    try {
      const token = (await this.session.refresh()) ? await this.session.token() : undefined;
      if (token !== undefined) {
        await this.show(token);
        this.start();
      }
    } catch {
      // The server will close with "token expired", and the connection comes back with a fresh one.
    }
  }
}
