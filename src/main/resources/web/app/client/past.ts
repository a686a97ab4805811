import { messages } from './api.js';
import { type Item, Timeline } from './timeline.js';
import type { History, HistoryPlace, Message } from './types.js';

const PAGE = 40;

/** A part of a room's history apart from the present, from where one goes on both ways. It is read and not written in. */
export class Past {
  private readonly timeline = new Timeline();
  private before: number | undefined;
  private after: number | undefined;

  private constructor(private readonly room: string) {}

  /** What was said around a message. */
  static async around(room: string, seq: number): Promise<Past> {
    const past = new Past(room);
    past.before = (await past.load({ before: seq + 1 })).next ?? undefined;
    past.after = (await past.load({ after: seq })).next ?? undefined;
    return past;
  }

  /** What was said from a moment on. */
  static async since(room: string, at: string): Promise<Past> {
    const past = new Past(room);
    const history = await past.load({ at });
    past.before = history.items[0]?.seq ?? history.head + 1;
    past.after = history.next ?? undefined;
    return past;
  }

  get items(): Item[] {
    return this.timeline.ordered;
  }

  get hasOlder(): boolean {
    return this.before !== undefined;
  }

  get hasNewer(): boolean {
    return this.after !== undefined;
  }

  message(seq: number): Message | undefined {
    return this.timeline.message(seq);
  }

  async loadOlder(): Promise<void> {
    if (this.before !== undefined) {
      this.before = (await this.load({ before: this.before })).next ?? undefined;
    }
  }

  async loadNewer(): Promise<void> {
    if (this.after !== undefined) {
      this.after = (await this.load({ after: this.after })).next ?? undefined;
    }
  }

  private async load(place: HistoryPlace): Promise<History> {
    const history = await messages.history(this.room, place, PAGE);
    history.items.forEach((entry) => this.timeline.apply(entry));
    return history;
  }
}
