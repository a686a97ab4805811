import type { Entry } from './entries.js';
import type { Joined, Present } from './protocol.js';
import type { Queue } from './queue.js';
import { NotDone, type Requests } from './requests.js';
import type { Saying } from './saying.js';

/** What whoever shows a room wants to hear of it. */
export interface RoomListener {
  /** Where the room stood when it was joined for the first time; what comes after it is told. */
  joined(head: number): void;
  /** The next entry of the room's order, without a gap and each once. */
  event(entry: Entry): void;
  /** Whatever was missed has been told. */
  caughtUp(): void;
  /** What was told so far is not the room any more; `joined` follows, and everything is to be read anew. */
  lost(): void;
  /** The room cannot be listened to, or no longer. */
  refused(why: NotDone): void;
  /** What this person said is delivered, or not: see `delivery`. */
  said(saying: Saying): void;
}

/** Who is there, as far as it is known; `named` is whether the others see this person's name, where they can. */
export interface Presence {
  present?: Present;
  named?: boolean;
}

/** One room as it is told over changing connections: resumed where it was left, in order, once. */
export class RoomStream {
  /** The last entry that was told, or where the room stood at the first join. */
  private last: number | undefined;
  /** The join that counts; whatever comes of an earlier one is of no interest. */
  private attempt: object | undefined;
  private isFollowing = false;
  readonly presence: Presence = {};

  constructor(
    private readonly room: string,
    readonly listener: RoomListener,
    private readonly queue: Queue,
    private readonly requests: Requests,
  ) {}

  join(): void {
    const attempt = this.begin();
    const after = this.last === undefined ? {} : { after: this.last };
    this.requests.ask({ type: 'join', room: this.room, ...after }, (answer) => {
      if (attempt === this.attempt) {
        this.answered(answer);
      }
    });
  }

  /** The order has no gaps: what is not the next one is known already or shows that something was missed. */
  receive(entry: Entry): void {
    if (!this.isFollowing || this.last === undefined || entry.seq <= this.last) {
      return;
    }
    if (entry.seq > this.last + 1) {
      this.joinAgain();
      return;
    }
    this.last = entry.seq;
    this.queue.heardUpTo(entry.seq);
    this.listener.event(entry);
  }

  caughtUp(): void {
    if (this.isFollowing) {
      this.listener.caughtUp();
      this.queue.opened();
    }
  }

  /** What was told is not what this person would be shown now. */
  readAnew(): void {
    this.last = undefined;
    this.listener.lost();
    this.join();
  }

  disconnected(): void {
    this.end(NotDone.unreachable());
  }

  /** The membership has ended, here or on another device. A room that merely fell silent would look like people who did. */
  ended(): void {
    this.refused(new NotDone('not-a-member'));
  }

  private joinAgain(): void {
    const attempt = this.begin();
    this.requests.ask({ type: 'leave', room: this.room }, () => attempt === this.attempt && this.join());
  }

  private begin(): object {
    this.isFollowing = false;
    this.attempt = {};
    this.queue.opening();
    return this.attempt;
  }

  private end(why: NotDone): void {
    this.isFollowing = false;
    this.attempt = undefined;
    this.queue.shut(why);
  }

  private answered(answer: Joined | NotDone): void {
    if (!(answer instanceof NotDone)) {
      this.joined(answer);
    } else if (answer.code === 'position-gone') {
      this.readAnew();
    } else if (answer.code === 'unreachable') {
      this.disconnected();
    } else {
      this.refused(answer);
    }
  }

  private joined({ head }: Joined): void {
    this.isFollowing = true;
    if (this.last === undefined) {
      this.last = head;
      this.queue.heardUpTo(head);
      this.listener.joined(head);
    }
  }

  private refused(why: NotDone): void {
    this.end(why);
    this.listener.refused(why);
  }
}
