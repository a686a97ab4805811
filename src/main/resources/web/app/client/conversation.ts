import type { NotDone, Queue, RoomListener, Saying, SessionEntry } from '../live/index.js';
import { messages } from './api.js';
import { live } from './live.js';
import { Problem } from './problem.js';
import { session } from './session.js';
import { type Item, Timeline } from './timeline.js';
import type { Entry, Message, Room, SupportKind, Words } from './types.js';

export interface ConversationChange {
  /** A message of somebody else that arrived live, for the announcement. */
  arrived?: Message;
  /** What this person said and what could not be sent just now. */
  notSent?: Saying;
  /** What this person said and what goes by itself a little later. */
  waiting?: Saying;
  /** A session of the room has gone on. */
  session?: SessionEntry;
  /** The room itself as it is now. */
  room?: Partial<Room>;
  /** Other people look after it: the room says who. */
  hosts?: true;
}

const PAGE = 40;

/** One room as this page has it: what was said, what is being said, and how to get more. */
export class Conversation implements RoomListener {
  private readonly timeline = new Timeline();
  private readonly queue: Queue;
  private before: number | undefined;
  /** Where the room stood when it was joined, if the history up to there could not be loaded. */
  private missing: number | undefined;
  loaded = false;
  problem: Problem | undefined;

  constructor(
    readonly room: string,
    private readonly moderated: boolean,
    private readonly changed: (change: ConversationChange) => void,
  ) {
    this.queue = live.queue(room);
  }

  open(): void {
    live.join(this.room, this);
  }

  close(): void {
    live.leave(this.room);
  }

  get items(): Item[] {
    return this.timeline.ordered;
  }

  get newest(): number | undefined {
    return this.timeline.newest;
  }

  /**
   * What was said and is not among the messages yet. Where an answer was lost, the message itself may have come with what was
   * missed: it is there already, and must not be seen twice until the answer to the same key says so.
   */
  get pending(): Saying[] {
    const arrived = new Set<number>();
    return this.queue.sayings.filter((saying) => {
      const message = this.items.find((item) => !arrived.has(item.seq) && isMessageOf(item, saying));
      arrived.add(message?.seq ?? 0);
      return message === undefined;
    });
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
    this.queue.say(said);
  }

  tryAgain(saying: Saying): void {
    live.hurry();
    this.queue.tryAgain(saying);
  }

  /** Takes a saying that was not sent off the page; its words go back to whoever wrote them. */
  takeBack(saying: Saying): Words {
    const said = this.queue.takeBack(saying);
    this.changed({});
    return said;
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
    this.loadNewest(head);
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
    if (this.missing !== undefined) {
      this.loadNewest(this.missing);
    }
  }

  lost(): void {
    this.timeline.clear();
    this.loaded = false;
    this.changed({});
  }

  refused(why: NotDone): void {
    this.problem = Problem.from(why);
    this.changed({});
  }

  said(saying: Saying): void {
    session.learn(saying.failure?.code ?? '');
    this.changed({
      ...(saying.delivery === 'not-sent' && { notSent: saying }),
      ...(saying.delivery === 'waiting' && { waiting: saying }),
    });
  }

  private loadNewest(head: number): void {
    this.missing = undefined;
    Promise.all([this.load(head + 1), this.loadPins()]).catch((failure: unknown) => {
      this.missing = head;
      this.problem = Problem.from(failure);
      this.changed({});
    });
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

}

/** Whether this may be what became of it. */
function isMessageOf(item: Item, { said, unanswered, after = 0 }: Saying): boolean {
  return (
    unanswered === true &&
    item.type === 'message' &&
    item.seq > after &&
    item.author?.id === session.person?.id &&
    item.text?.trim() === said.text.trim().normalize()
  );
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
