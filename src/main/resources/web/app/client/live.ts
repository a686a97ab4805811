import { Backoff } from './backoff.js';
import { type Answer, type ClientFrame, type Failure, framesOf, isEntry, type Present, type ServerFrame } from './frames.js';
import { nextOf, Problem } from './problem.js';
import { session } from './session.js';
import type { Entry, Words } from './types.js';

export type Connection = 'off' | 'connecting' | 'open' | 'waiting';

/** What a room on the page wants to hear. */
export interface RoomListener {
  /** Where the room stood when this connection joined it for the first time. */
  joined(head: number): void;
  event(entry: Entry): void;
  caughtUp(): void;
  /** What this page has is not the room any more: what follows loads it anew. */
  lost(): void;
  refused(problem: Problem): void;
}

interface Joined {
  readonly listener: RoomListener;
  /** The last event this page has; nothing before the first join. */
  last: number | undefined;
  /** The join that is under way or done on the present connection. */
  ref: string | undefined;
  /** Who is there, as far as it is known. */
  present?: Present;
  /** Whether the others see this person's name; nothing before that is known, and for whoever only reads along. */
  named?: boolean;
}

type Asked = { resolve: (answer: Answer) => void; reject: (failure: Failure | undefined) => void };

const ANSWER_WITHIN = 10_000;
const RENEW_BEFORE = 60_000;
const NEVER_COME_BACK = 4500;
const SIGNED_OUT = 4501;
const TOKEN_EXPIRED = 4001;

/**
 * One socket for all rooms of this tab. It comes back by itself and resumes every room where the page left it. Tells of `change`
 * (the connection), `present` (who is in a room), `told` (a notice, in `detail`), `read` (fewer unread ones) and `marked` (how far
 * this person has read, on whatever device).
 */
class Live extends EventTarget {
  private socket: WebSocket | undefined;
  private readonly rooms = new Map<string, Joined>();
  private readonly asked = new Map<string, Asked>();
  private readonly backoff = new Backoff();
  private refs = 0;
  private failedHandshakes = 0;
  private comeBack = 0;
  private renewal = 0;
  connection: Connection = 'off';
  textLength = 4000;

  constructor() {
    super();
    window.addEventListener('offline', () => this.drop());
    window.addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.hurry());
    session.addEventListener('change', () => (session.person === undefined || session.isBarred) && this.stop());
  }

  join(room: string, listener: RoomListener): void {
    const joined: Joined = { listener, last: undefined, ref: undefined };
    this.rooms.set(room, joined);
    if (this.connection === 'open') {
      this.sendJoin(room, joined);
    } else {
      this.start();
    }
  }

  leave(room: string): void {
    if (this.rooms.delete(room) && this.connection === 'open') {
      this.ask((ref) => ({ type: 'leave', ref, room })).catch(() => undefined);
    }
  }

  /** Resolves with the number the message was saved under; rejects with a `Problem` when it is not known to be saved. */
  async say(room: string, key: string, said: Words): Promise<number> {
    try {
      const answer = await this.ask((ref) => ({ type: 'say', ref, room, key, ...said }));
      return answer.type === 'saved' ? answer.seq : Promise.reject(Problem.unreachable());
    } catch (failure) {
      const problem = problemOf(failure as Failure | undefined);
      session.learn(problem.code);
      throw problem;
    }
  }

  /** Who is in a room that was joined, and whether this person's name is seen there. */
  presence(room: string): Pick<Joined, 'present' | 'named'> {
    return this.rooms.get(room) ?? {};
  }

  /** Lets the others in a room see this person's name, or no longer. */
  async appear(room: string, named: boolean): Promise<void> {
    await this.ask((ref) => ({ type: 'appear', ref, room, named })).catch((failure: unknown) => {
      throw problemOf(failure as Failure | undefined);
    });
    const joined = this.rooms.get(room);
    if (joined !== undefined) {
      joined.named = named;
      this.dispatchEvent(new Event('present'));
    }
  }

  /** Connects when nothing is connected; for whoever wants to try again now. */
  hurry(): void {
    if (this.connection === 'waiting') {
      window.clearTimeout(this.comeBack);
      void this.connect();
    }
  }

  /** Connects, for whoever wants to be told things without being in a room. */
  start(): void {
    if (this.connection === 'off') {
      void this.connect();
    }
  }

  private stop(): void {
    window.clearTimeout(this.comeBack);
    this.rooms.clear();
    const socket = this.socket;
    this.disconnected();
    socket?.close();
    this.become('off');
  }

  private async connect(): Promise<void> {
    this.become('connecting');
    try {
      if (this.failedHandshakes > 1) {
        await session.refresh();
      }
      const token = await session.accessToken();
      // Whoever is barred is not let in however often they knock: the page shows them why instead.
      if (token === undefined || session.isBarred) {
        this.become('off');
        return;
      }
      this.open(token);
    } catch {
      this.wait();
    }
  }

  // A browser can set no header on a WebSocket; the token travels as a subprotocol so that it stays out of the URL.
  private open(token: string): void {
    const carried = encodeURIComponent('quarkus-http-upgrade#Authorization#Bearer ' + token);
    const address = new URL('/api/live', location.href);
    address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address, ['haven.v1', 'bearer-token-carrier', carried]);
    this.socket = socket;
    this.failedHandshakes++;
    socket.onmessage = (message) => this.socket === socket && framesOf(String(message.data)).forEach((f) => this.receive(f));
    socket.onclose = (close) => this.socket === socket && this.closed(close.code);
  }

  private closed(code: number): void {
    this.disconnected();
    if (code === SIGNED_OUT) {
      session.end();
    } else if (code >= NEVER_COME_BACK && code < 5000) {
      this.become('off');
    } else if (code === TOKEN_EXPIRED) {
      void session.refresh().then(() => this.connect(), () => this.wait());
    } else {
      this.wait();
    }
  }

  /** A connection that is known to be dead is not waited for: a browser may need minutes to notice. */
  private drop(): void {
    const socket = this.socket;
    if (socket !== undefined) {
      this.disconnected();
      socket.close();
      this.wait();
    }
  }

  private disconnected(): void {
    this.socket = undefined;
    window.clearTimeout(this.renewal);
    this.rooms.forEach((joined) => (joined.ref = undefined));
    const unanswered = [...this.asked.values()];
    this.asked.clear();
    unanswered.forEach((asked) => asked.reject(undefined));
  }

  private wait(): void {
    this.become('waiting');
    this.comeBack = window.setTimeout(() => void this.connect(), this.backoff.next());
  }

  private become(connection: Connection): void {
    if (this.connection !== connection) {
      this.connection = connection;
      this.dispatchEvent(new Event('change'));
    }
  }

  private receive(frame: ServerFrame): void {
    if (isEntry(frame)) {
      this.receiveEntry(frame);
    } else if (frame.type === 'welcome') {
      this.welcomed(frame.limits.textLength);
    } else if (frame.type === 'caughtUp') {
      this.rooms.get(frame.room)?.listener.caughtUp();
    } else if (frame.type === 'present') {
      this.receivePresent(frame);
    } else if (frame.type === 'told') {
      this.dispatchEvent(new CustomEvent('told', { detail: frame.notice }));
    } else if (frame.type === 'marked') {
      this.dispatchEvent(new CustomEvent('marked', { detail: frame }));
    } else if (frame.type === 'noticesRead') {
      this.dispatchEvent(new Event('read'));
    } else if (frame.type === 'quietChanged') {
      this.rooms.forEach((joined, room) => this.readAnew(room, joined));
    } else if (frame.ref !== undefined) {
      this.answered(frame.ref, frame);
    } else if (frame.type === 'left') {
      this.sentOut(frame.room);
    }
  }

  private receivePresent(present: Present): void {
    const joined = this.rooms.get(present.room);
    if (joined !== undefined) {
      joined.present = present;
      this.dispatchEvent(new Event('present'));
    }
  }

  private welcomed(textLength: number): void {
    this.textLength = textLength;
    this.failedHandshakes = 0;
    this.backoff.reset();
    this.become('open');
    this.renewInTime();
    this.rooms.forEach((joined, room) => this.sendJoin(room, joined));
  }

  /** The membership has ended, here or on another device. A room that merely fell silent would look like people who did. */
  private sentOut(room: string): void {
    const joined = this.rooms.get(room);
    this.rooms.delete(room);
    joined?.listener.refused(Problem.notAMember());
  }

  // The room's order has no gaps: what is not the next one is either known already or shows that something was missed.
  private receiveEntry(entry: Entry): void {
    const joined = this.rooms.get(entry.room);
    if (joined?.last === undefined || entry.seq <= joined.last) {
      return;
    }
    if (entry.seq > joined.last + 1) {
      this.joinAgain(entry.room, joined);
      return;
    }
    joined.last = entry.seq;
    joined.listener.event(entry);
  }

  /** What this page has is not what it would be shown now. */
  private readAnew(room: string, joined: Joined): void {
    joined.last = undefined;
    joined.ref = undefined;
    joined.listener.lost();
    this.sendJoin(room, joined);
  }

  private joinAgain(room: string, joined: Joined): void {
    joined.ref = undefined;
    this.ask((ref) => ({ type: 'leave', ref, room }))
      .then(() => this.sendJoin(room, joined))
      .catch(() => undefined);
  }

  private sendJoin(room: string, joined: Joined): void {
    if (joined.ref !== undefined) {
      return;
    }
    this.ask((ref) => {
      joined.ref = ref;
      return { type: 'join', ref, room, ...(joined.last === undefined ? {} : { after: joined.last }) };
    }).catch((failure: Failure | undefined) => failure && this.joinRefused(room, joined, failure));
  }

  private joinRefused(room: string, joined: Joined, failure: Failure): void {
    if (failure.code === 'position-gone') {
      this.readAnew(room, joined);
    } else if (failure.ref === joined.ref) {
      joined.listener.refused(problemOf(failure));
    }
  }

  // `joined` has to be dealt with at once, not in a promise: the missed events stand behind it in the same message.
  private answered(ref: string, answer: Answer): void {
    const asked = this.asked.get(ref);
    this.asked.delete(ref);
    if (answer.type === 'failure') {
      asked?.reject(answer);
      return;
    }
    if (answer.type === 'joined') {
      this.joinedRoom(answer.room, answer.head, answer.named);
    }
    asked?.resolve(answer);
  }

  private joinedRoom(room: string, head: number, named: boolean | undefined): void {
    const joined = this.rooms.get(room);
    if (joined !== undefined && named !== undefined) {
      joined.named = named;
      this.dispatchEvent(new Event('present'));
    }
    if (joined !== undefined && joined.last === undefined) {
      joined.last = head;
      joined.listener.joined(head);
    }
  }

  private renewInTime(): void {
    const wait = Math.max(5_000, session.life - RENEW_BEFORE);
    this.renewal = window.setTimeout(() => void this.renew(), wait);
  }

  private async renew(): Promise<void> {
    try {
      const token = (await session.refresh()) ? await session.accessToken() : undefined;
      if (token !== undefined && this.connection === 'open') {
        const answer = await this.ask((ref) => ({ type: 'renew', ref, token }));
        if (answer.type === 'renewed') {
          this.renewInTime();
        }
      }
    } catch {
      // The server will close with "token expired", and the page comes back with a fresh one.
    }
  }

  /** Sends a frame and waits for its answer. An answer that does not come in time means that the connection is dead. */
  private ask(frame: (ref: string) => ClientFrame): Promise<Answer> {
    const socket = this.socket;
    if (socket === undefined || this.connection !== 'open') {
      return Promise.reject(undefined);
    }
    const ref = String(++this.refs);
    return new Promise<Answer>((resolve, reject) => {
      const timeout = window.setTimeout(() => this.socket === socket && this.drop(), ANSWER_WITHIN);
      const settled = () => window.clearTimeout(timeout);
      this.asked.set(ref, {
        resolve: (answer) => (settled(), resolve(answer)),
        reject: (failure) => (settled(), reject(failure)),
      });
      socket.send(JSON.stringify(frame(ref)));
    });
  }
}

function problemOf(failure: Failure | undefined): Problem {
  return failure === undefined
    ? Problem.unreachable()
    : new Problem(
        failure.code,
        failure.message,
        nextOf(failure.code, failure.next, failure.until),
        0,
        failure.errors ?? [],
        failure.retryAfterMs,
      );
}

export const live = new Live();
