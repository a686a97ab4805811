import type { Words } from './entries.js';
import type { Saved } from './protocol.js';
import { NotDone } from './requests.js';
import { goesAgain, newKey, type Saying, type Store, unsent } from './saying.js';

export interface QueueEvents {
  /** Brings it to the server, under its key. */
  deliver(saying: Saying, settle: (answer: Saved | NotDone) => void): void;
  changed(saying: Saying): void;
}

const SOON = 250;

/**
 * What one person says in one room. One goes after the other, so that they arrive in the order in which they were said; each goes
 * with the same key until its fate is known, so that it is never said twice.
 */
export class Queue {
  private readonly list: Saying[];
  /** Whether the room can be spoken in: now, in a moment, or why not. */
  private passage: 'open' | 'opening' | NotDone = NotDone.unreachable();
  private underway: Saying | undefined;
  private turn: ReturnType<typeof setTimeout> | undefined;
  private heard = 0;
  private isClosed = false;

  constructor(
    private readonly room: string,
    private readonly store: Store,
    private readonly events: QueueEvents,
  ) {
    this.list = store.read(room).map((kept) => ({ ...kept, delivery: 'not-sent' }));
  }

  get sayings(): readonly Saying[] {
    return this.list;
  }

  say(said: Words): void {
    const saying: Saying = { key: newKey(), said, delivery: 'saving' };
    const ahead = this.firstWaiting();
    this.list.push(saying);
    if (ahead?.goesAt === undefined) {
      this.submit(saying);
    } else {
      this.wait([saying], ahead.goesAt);
    }
  }

  /** Should the first attempt have arrived after all, this finds it instead of saying it twice. */
  tryAgain(saying: Saying): void {
    this.submit(saying);
  }

  /** Takes back what was not sent; its words go back to whoever wrote them. */
  takeBack(saying: Saying): Words {
    this.remove(saying);
    return saying.said;
  }

  opening(): void {
    this.passage = 'opening';
  }

  opened(): void {
    this.passage = 'open';
    this.list.filter(goesAgain).forEach((saying) => this.become(saying, 'saving'));
    this.next();
  }

  /** What is on its way just now is told its own fate. */
  shut(why: NotDone): void {
    this.passage = why;
    this.queued().forEach((saying) => this.fail(saying, why));
  }

  /** The room is known up to here: what was saved by then has become one of its entries. */
  heardUpTo(seq: number): void {
    this.heard = seq;
    this.list.filter((saying) => saying.seq !== undefined && saying.seq <= seq).forEach((saying) => this.remove(saying));
  }

  /** Its author is not here any more: nothing is kept any longer, nor told. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.turn);
  }

  private submit(saying: Saying): void {
    if (this.passage instanceof NotDone) {
      this.fail(saying, this.passage);
    } else {
      this.become(saying, 'saving');
      this.next();
    }
  }

  private next(): void {
    const next = this.queued()[0];
    if (this.passage === 'open' && this.underway === undefined && next !== undefined) {
      this.underway = next;
      if (next.unanswered !== true) {
        next.unanswered = true;
        next.after = this.heard;
      }
      this.keep();
      this.events.deliver(next, (answer) => this.answered(next, answer));
    }
  }

  private answered(saying: Saying, answer: Saved | NotDone): void {
    this.underway = undefined;
    if (this.isClosed) {
      return;
    }
    if (answer instanceof NotDone) {
      this.refused(saying, answer);
    } else {
      this.saved(saying, answer.seq);
    }
    this.next();
  }

  private saved(saying: Saying, seq: number): void {
    delete saying.unanswered;
    saying.seq = seq;
    this.become(saying, 'saved');
    this.heardUpTo(this.heard);
    // Asked for at once, so that the server says how long the next one waits.
    this.sendFirstWaiting();
  }

  private refused(saying: Saying, why: NotDone): void {
    if (why.code !== 'unreachable') {
      delete saying.unanswered;
    }
    if (why.code === 'taken-back') {
      // It had arrived after all, and its author has taken it back since.
      this.remove(saying);
      this.events.changed(saying);
    } else if (why.code === 'slow-mode') {
      this.wait(this.queued(), Date.now() + Math.max(SOON, why.failure?.retryAfterMs ?? 0));
    } else {
      this.fail(saying, why);
    }
  }

  /** In slow mode one goes after the other, each when its time has come. */
  private wait(sayings: readonly Saying[], goesAt: number): void {
    clearTimeout(this.turn);
    this.turn = setTimeout(() => this.sendFirstWaiting(), Math.max(0, goesAt - Date.now()));
    sayings.forEach((saying) => this.become(saying, 'waiting', { goesAt }));
  }

  private sendFirstWaiting(): void {
    const first = this.firstWaiting();
    if (first !== undefined) {
      this.submit(first);
    }
  }

  private fail(saying: Saying, failure: NotDone): void {
    this.become(saying, 'not-sent', { failure });
  }

  private become(saying: Saying, delivery: Saying['delivery'], reason: Pick<Saying, 'failure' | 'goesAt'> = {}): void {
    delete saying.failure;
    delete saying.goesAt;
    Object.assign(saying, reason, { delivery });
    this.keep();
    this.events.changed(saying);
  }

  private remove(saying: Saying): void {
    this.list.splice(0, this.list.length, ...this.list.filter((other) => other !== saying));
    this.keep();
  }

  private keep(): void {
    this.store.write(this.room, unsent(this.list));
  }

  private queued(): Saying[] {
    return this.list.filter((saying) => saying.delivery === 'saving' && saying !== this.underway);
  }

  private firstWaiting(): Saying | undefined {
    return this.list.find(({ delivery }) => delivery === 'waiting');
  }
}
