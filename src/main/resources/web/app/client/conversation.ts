import { messages } from './api.js';
import { drafts } from './drafts.js';
import { live, type RoomListener } from './live.js';
import { Problem } from './problem.js';
import { session } from './session.js';
import { type Item, Timeline } from './timeline.js';
import type { Entry, Message, Room, SupportKind, Words } from './types.js';

/** `waiting`: it goes by itself when it is this person's turn again, in a room that is in slow mode. */
export type Delivery = 'saving' | 'saved' | 'waiting' | 'not-sent';

/** What this person said, until it comes back as a message of the room. */
export interface Saying {
  readonly key: string;
  readonly said: Words;
  delivery: Delivery;
  seq?: number;
  problem?: Problem;
  /** When it goes by itself, on this device's clock. */
  goesAt?: number;
}

export interface ConversationChange {
  /** A message of somebody else that arrived live, for the announcement. */
  arrived?: Message;
  /** What this person said and what could not be sent just now. */
  notSent?: Saying;
  /** What this person said and what goes by itself a little later. */
  waiting?: Saying;
  /** A session of the room has gone on. */
  session?: Extract<Entry, { type: 'session' }>;
  /** The room itself as it is now. */
  room?: Partial<Room>;
  /** Other people look after it: the room says who. */
  hosts?: true;
}

const PAGE = 40;
const SOON = 250;
const PASSING = new Set(['unreachable', 'too-many-requests', 'unavailable', 'not-joined']);

/** One room as this page has it: what was said, what is being said, and how to get more. */
export class Conversation implements RoomListener {
  private readonly timeline = new Timeline();
  private readonly sayings: Saying[];
  private before: number | undefined;
  private turn = 0;
  loaded = false;
  problem: Problem | undefined;

  constructor(
    readonly room: string,
    private readonly moderated: boolean,
    private readonly changed: (change: ConversationChange) => void,
  ) {
    this.sayings = (drafts.get<Saying[]>(this.me, this.store) ?? []).map((saying) => ({
      key: saying.key,
      said: saying.said,
      delivery: 'not-sent',
    }));
  }

  open(): void {
    live.join(this.room, this);
  }

  close(): void {
    window.clearTimeout(this.turn);
    live.leave(this.room);
  }

  get items(): Item[] {
    return this.timeline.ordered;
  }

  get newest(): number | undefined {
    return this.timeline.newest;
  }

  get pending(): readonly Saying[] {
    return this.sayings.filter((saying) => saying.seq === undefined || this.timeline.message(saying.seq) === undefined);
  }

  get hasOlder(): boolean {
    return this.before !== undefined;
  }

  message(seq: number): Message | undefined {
    return this.timeline.message(seq);
  }

  get pins(): Message[] {
    return this.timeline.pins;
  }

  isPinned(seq: number): boolean {
    return this.timeline.isPinned(seq);
  }

  say(said: Words): void {
    const saying: Saying = { key: newKey(), said, delivery: 'saving' };
    const before = this.sayings.find(({ delivery }) => delivery === 'waiting');
    this.sayings.push(saying);
    if (before?.goesAt === undefined) {
      void this.send(saying);
    } else {
      this.wait(saying, before.goesAt);
    }
  }

  /** The same key again: should the first attempt have arrived after all, this finds it instead of saying it twice. */
  tryAgain(saying: Saying): void {
    live.hurry();
    void this.send(saying);
  }

  /** Takes a saying that was not sent off the page; its words go back to whoever wrote them. */
  takeBack(saying: Saying): Words {
    this.forget(saying);
    this.changed({});
    return saying.said;
  }

  /** On until there is something to see: of what was erased, nothing may be left. */
  async loadOlder(): Promise<void> {
    const shown = this.items.length;
    while (this.before !== undefined && this.items.length === shown) {
      await this.load(this.before);
    }
  }

  /** What only its author and moderators may read: the words of a removed message and why it was removed. */
  async reveal(seq: number): Promise<void> {
    this.timeline.replace(await messages.get(this.room, seq));
    this.changed({});
  }

  /** Asked for afterwards as well, since the socket may be away just now. */
  async retract(seq: number): Promise<void> {
    await messages.takeBack(this.room, seq);
    await this.reveal(seq);
  }

  async support(seq: number, kind: SupportKind, given: boolean): Promise<void> {
    await messages.support(this.room, seq, kind, given);
    this.timeline.supportedByMe(seq, kind, given);
    this.changed({});
  }

  joined(head: number): void {
    Promise.all([this.load(head + 1), this.loadPins()]).catch((failure: unknown) => {
      this.problem = Problem.from(failure);
      this.changed({});
    });
  }

  event(entry: Entry): void {
    this.timeline.apply(entry);
    this.changed(changeOf(entry));
    if (entry.type === 'removed') {
      this.revealOwn(entry.target);
    }
    if (entry.type === 'pinned' && !this.timeline.knows(entry.target)) {
      this.loadPins().catch(() => undefined);
    }
  }

  caughtUp(): void {
    this.sendAgain();
  }

  lost(): void {
    this.timeline.clear();
    this.loaded = false;
    this.changed({});
  }

  refused(problem: Problem): void {
    this.problem = problem;
    this.changed({});
  }

  private async load(before: number): Promise<void> {
    const history = await messages.history(this.room, { before }, PAGE);
    history.items.forEach((entry) => this.timeline.apply(entry));
    this.before = history.next ?? undefined;
    this.loaded = true;
    this.problem = undefined;
    this.changed({});
  }

  private async loadPins(): Promise<void> {
    this.timeline.loadPins(await messages.pins(this.room));
    this.changed({});
  }

  // The socket tells everybody the same, and of a message that was removed before it came not even whose it was: so everybody
  // asks, and its author is told. The history, which is for one person alone, has told them already.
  private revealOwn(seq: number): void {
    const message = this.timeline.message(seq);
    if (message === undefined || message.removal !== undefined || message.erased !== undefined) {
      return;
    }
    if (this.moderated || message.author === undefined || message.author.id === session.person?.id) {
      this.reveal(seq).catch(() => undefined);
    }
  }

  private async send(saying: Saying): Promise<void> {
    saying.delivery = 'saving';
    delete saying.problem;
    delete saying.goesAt;
    this.keep();
    this.changed({});
    try {
      saying.seq = await live.say(this.room, saying.key, saying.said);
      saying.delivery = 'saved';
      // Asked for at once, so that the server says how long the next one waits.
      this.sendNext();
    } catch (failure) {
      saying.delivery = 'not-sent';
      saying.problem = Problem.from(failure);
    }
    if (saying.problem?.code === 'taken-back') {
      // It had arrived after all, and its author has taken it back since.
      this.forget(saying);
      this.changed({});
      return;
    }
    if (saying.problem?.code === 'slow-mode') {
      this.wait(saying, Date.now() + Math.max(SOON, saying.problem.retryAfter));
      return;
    }
    this.keep();
    this.changed(saying.delivery === 'not-sent' ? { notSent: saying } : {});
  }

  /** In slow mode one goes after the other, each when its time has come. */
  private wait(saying: Saying, goesAt: number): void {
    saying.delivery = 'waiting';
    saying.goesAt = goesAt;
    delete saying.problem;
    window.clearTimeout(this.turn);
    this.turn = window.setTimeout(() => this.sendNext(), Math.max(0, goesAt - Date.now()));
    this.keep();
    this.changed({ waiting: saying });
  }

  private sendNext(): void {
    const next = this.sayings.find(({ delivery }) => delivery === 'waiting');
    if (next !== undefined) {
      void this.send(next);
    }
  }

  // Only what failed for a passing reason goes again by itself; what was refused waits for its author.
  private sendAgain(): void {
    this.sayings
      .filter(({ delivery, problem }) => delivery === 'not-sent' && problem !== undefined && PASSING.has(problem.code))
      .forEach((saying) => void this.send(saying));
  }

  private forget(saying: Saying): void {
    this.sayings.splice(this.sayings.indexOf(saying), 1);
    this.keep();
  }

  private keep(): void {
    const unsent = this.sayings.filter(({ delivery }) => delivery !== 'saved').map(({ key, said }) => ({ key, said }));
    if (unsent.length === 0) {
      drafts.drop(this.me, this.store);
    } else {
      drafts.keep(this.me, this.store, unsent);
    }
  }

  private get me(): string {
    return session.person?.id ?? '';
  }

  private get store(): string {
    return `saying.${this.room}`;
  }
}

/** Not `crypto.randomUUID`, which a page without TLS on a local network does not have. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function changeOf(entry: Entry): ConversationChange {
  if (entry.type === 'message' && entry.author?.id !== session.person?.id) {
    return { arrived: entry };
  }
  if (entry.type === 'session') {
    return { session: entry };
  }
  if (entry.type === 'roomChanged') {
    const { type: _type, room: _room, seq: _seq, at: _at, ...facts } = entry;
    return { room: { newcomersClosedUntil: undefined, ...facts } };
  }
  if (entry.type === 'hostsChanged') {
    return { hosts: true };
  }
  return {};
}
