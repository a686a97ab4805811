import { Connection, type ConnectionState, type Session } from './connection.js';
import { isEntry } from './entries.js';
import { Teller } from './events.js';
import type { Answer, RoomAct, ServerFrame, Welcome } from './protocol.js';
import { Pulse } from './pulse.js';
import { Queue } from './queue.js';
import { Renewal } from './renewal.js';
import { Requests } from './requests.js';
import { type Presence, type RoomListener, RoomStream } from './room-stream.js';
import type { Store } from './saying.js';

export interface LiveOptions {
  /** Where `/api/live` is, as `ws:` or `wss:`. */
  address: URL;
  session: Session;
  store: Store;
}

/** A room that nobody is in: the server says so at once, and has nothing to look up for it. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** One socket for all rooms of one person. It comes back by itself and resumes every room where it was left. */
export class LiveClient extends Teller {
  private readonly connection: Connection;
  private readonly requests: Requests;
  private readonly renewal: Renewal;
  private readonly pulse = new Pulse(() => this.requests.ask({ type: 'leave', room: NOWHERE }, () => undefined));
  private readonly rooms = new Map<string, RoomStream>();
  private readonly queues = new Map<string, Queue>();
  /** The most characters, as code points, of what is said at once. */
  textLength = 4000;

  constructor(private readonly options: LiveOptions) {
    super();
    this.connection = new Connection(options.address, options.session, {
      changed: () => this.tell('change'),
      opened: (welcome) => this.opened(welcome),
      received: (frame) => this.received(frame),
      lost: () => this.lost(),
    });
    this.requests = new Requests(
      (frame) => this.connection.send(frame),
      () => this.connection.drop(),
    );
    this.renewal = new Renewal(options.session, (token) => this.requests.answerTo({ type: 'renew', token }));
    this.followBrowser();
  }

  get state(): ConnectionState {
    return this.connection.state;
  }

  /** Connects, for whoever wants to be told things without being in a room. */
  start(): void {
    this.connection.start();
  }

  /** Connects when nothing is connected; for whoever wants to try again now. */
  hurry(): void {
    this.connection.hurry();
  }

  /** Ends everything: whoever connects next may be somebody else. What is unsent stays in the store. */
  stop(): void {
    this.queues.forEach((queue) => queue.close());
    this.queues.clear();
    this.rooms.clear();
    this.connection.stop();
  }

  join(room: string, listener: RoomListener): void {
    const stream = new RoomStream(room, listener, this.queue(room), this.requests);
    this.rooms.set(room, stream);
    if (this.state === 'open') {
      stream.join();
    } else {
      this.start();
    }
  }

  leave(room: string): void {
    const stream = this.rooms.get(room);
    if (stream !== undefined) {
      this.rooms.delete(room);
      stream.disconnected();
      this.requests.ask({ type: 'leave', room }, () => undefined);
    }
  }

  /** What this person says in a room: a message is said by `queue(room).say({ text })`, and delivered when the room is joined. */
  queue(room: string): Queue {
    const queue = this.queues.get(room) ?? this.newQueue(room);
    this.queues.set(room, queue);
    return queue;
  }

  /** Resolves when it is done and committed; rejects with a `NotDone`. */
  async act(act: RoomAct): Promise<void> {
    await this.requests.answerTo(act);
  }

  /** Lets the others in a room see this person's name, or no longer. */
  async appear(room: string, named: boolean): Promise<void> {
    await this.act({ type: 'appear', room, named });
    this.learn(room, { named });
  }

  presence(room: string): Presence {
    return this.rooms.get(room)?.presence ?? {};
  }

  private newQueue(room: string): Queue {
    return new Queue(room, this.options.store, {
      deliver: ({ key, said }, settle) => this.requests.ask({ type: 'say', room, key, ...said }, settle),
      changed: (saying) => this.rooms.get(room)?.listener.said(saying),
    });
  }

  private opened({ limits }: Welcome): void {
    this.textLength = limits.textLength;
    this.renewal.start();
    this.pulse.beat();
    this.rooms.forEach((stream) => stream.join());
  }

  private lost(): void {
    this.renewal.stop();
    this.pulse.stop();
    this.rooms.forEach((stream) => stream.disconnected());
    this.requests.lost();
  }

  private received(frame: Exclude<ServerFrame, Welcome>): void {
    this.pulse.beat();
    if (isEntry(frame)) {
      this.rooms.get(frame.room)?.receive(frame);
      return;
    }
    switch (frame.type) {
      case 'caughtUp':
        this.rooms.get(frame.room)?.caughtUp();
        break;
      case 'present':
        this.learn(frame.room, { present: frame });
        break;
      case 'told':
        this.tell('told', frame.notice);
        break;
      case 'marked':
        this.tell('marked', frame);
        break;
      case 'noticesRead':
        this.tell('read');
        break;
      case 'quietChanged':
        this.rooms.forEach((stream) => stream.readAnew());
        break;
      default:
        this.answered(frame);
    }
  }

  private answered(frame: Answer): void {
    if (frame.type === 'left' && frame.ref === undefined) {
      const stream = this.rooms.get(frame.room);
      this.rooms.delete(frame.room);
      stream?.ended();
      return;
    }
    this.requests.answered(frame);
    if (frame.type === 'joined' && frame.named !== undefined) {
      this.learn(frame.room, { named: frame.named });
    }
  }

  private learn(room: string, news: Presence): void {
    const stream = this.rooms.get(room);
    if (stream !== undefined) {
      Object.assign(stream.presence, news);
      this.tell('present');
    }
  }

  // A browser may know of the network, and that somebody looks, sooner than a socket does.
  private followBrowser(): void {
    window.addEventListener('offline', () => this.connection.drop());
    window.addEventListener('online', () => this.hurry());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.hurry());
  }
}
