import { Backoff } from './backoff.js';
import type { ClientFrame, ServerFrame, Welcome } from './protocol.js';
import { FOREIGN, NEVER_COME_BACK, SIGNED_OUT, Socket, TOKEN_EXPIRED } from './socket.js';

/** `waiting`: it comes back by itself in a moment. `off`: it does not. */
export type ConnectionState = 'off' | 'connecting' | 'open' | 'waiting';

/** Whoever is signed in. What rejects here is a network that is away. */
export interface Session {
  /** A token that is good for a while, or nothing where nobody may connect. */
  token(): Promise<string | undefined>;
  /** Asks for a fresh token; false when the session is over. */
  refresh(): Promise<boolean>;
  /** How many milliseconds the token is still good for. */
  readonly life: number;
  /** The server has ended it. */
  end(): void;
}

export interface ConnectionEvents {
  changed(): void;
  opened(welcome: Welcome): void;
  received(frame: Exclude<ServerFrame, Welcome>): void;
  /** What was asked will not be answered any more. */
  lost(): void;
}

const WELCOMED_WITHIN = 20_000;

/** Keeps one socket open: comes back after a loss, with patience, and stays away where it is not wanted. */
export class Connection {
  private readonly backoff = new Backoff();
  private socket: Socket | undefined;
  private failedHandshakes = 0;
  /** Until the next try, or until a try has taken too long. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the tries: one that was overtaken while it waited for its token opens nothing. */
  private attempt = 0;
  state: ConnectionState = 'off';

  constructor(
    private readonly address: URL,
    private readonly session: Session,
    private readonly events: ConnectionEvents,
  ) {}

  start(): void {
    if (this.state === 'off') {
      void this.connect();
    }
  }

  /** Tries now what would have been tried in a moment. */
  hurry(): void {
    if (this.state === 'waiting') {
      void this.connect();
    }
  }

  stop(): void {
    this.attempt++;
    this.disconnect();
    this.become('off');
  }

  /** A connection that is known to be dead is not waited for. */
  drop(): void {
    if (this.socket !== undefined) {
      this.disconnect();
      this.wait();
    }
  }

  /** False where nothing is connected. */
  send(frame: ClientFrame): boolean {
    if (this.socket === undefined || this.state !== 'open') {
      return false;
    }
    this.socket.send(frame);
    return true;
  }

  private async connect(isStale = this.failedHandshakes > 1): Promise<void> {
    const attempt = ++this.attempt;
    clearTimeout(this.timer);
    this.become('connecting');
    try {
      const token = await this.token(isStale);
      if (attempt === this.attempt) {
        this.open(token);
      }
    } catch {
      if (attempt === this.attempt) {
        this.wait();
      }
    }
  }

  // A browser does not say why a handshake failed: after the second time it may have been the token.
  private async token(isStale: boolean): Promise<string | undefined> {
    if (isStale) {
      await this.session.refresh();
    }
    return this.session.token();
  }

  private open(token: string | undefined): void {
    if (token === undefined) {
      this.become('off');
      return;
    }
    this.failedHandshakes++;
    this.timer = setTimeout(() => this.drop(), WELCOMED_WITHIN);
    this.socket = new Socket(this.address, token, {
      received: (frame) => (frame.type === 'welcome' ? this.welcomed(frame) : this.events.received(frame)),
      closed: (code) => this.closed(code),
    });
  }

  private welcomed(welcome: Welcome): void {
    clearTimeout(this.timer);
    this.failedHandshakes = 0;
    this.backoff.reset();
    this.become('open');
    this.events.opened(welcome);
  }

  private closed(code: number): void {
    this.disconnect();
    if (code === TOKEN_EXPIRED) {
      void this.connect(true);
    } else if (code < NEVER_COME_BACK || code >= FOREIGN) {
      this.wait();
    } else {
      this.become('off');
    }
    if (code === SIGNED_OUT) {
      this.session.end();
    }
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.socket?.close();
    this.socket = undefined;
    this.events.lost();
  }

  private wait(): void {
    this.become('waiting');
    this.timer = setTimeout(() => void this.connect(), this.backoff.next());
  }

  private become(state: ConnectionState): void {
    if (this.state !== state) {
      this.state = state;
      this.events.changed();
    }
  }
}
