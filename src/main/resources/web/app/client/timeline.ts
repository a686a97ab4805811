import type { Entry, Message } from './types.js';

/** A line that a room shows between its messages. */
export type Item = Message | Extract<Entry, { type: 'roomChanged' | 'session' }>;

interface Verdict {
  /** The number of the event that did it. */
  seq: number;
  message?: Message;
  erased?: Message['erased'];
}

/**
 * A room as it stands after a run of its events. Applying the same event twice, or history over live events, changes nothing,
 * so whoever resumes ends with the picture of whoever never left.
 */
export class Timeline {
  private readonly items = new Map<number, Item>();
  /** What a later event did to a message that history has yet to bring. */
  private readonly verdicts = new Map<number, Verdict>();

  apply(entry: Entry): void {
    switch (entry.type) {
      case 'message':
        this.put(entry);
        break;
      case 'quiet':
        // Not even a gap: whoever muted somebody is not reminded of them.
        break;
      case 'roomChanged':
      case 'session':
        this.items.set(entry.seq, entry);
        break;
      case 'removed':
        this.judge(entry.target, { seq: entry.seq });
        break;
      case 'erased':
        this.items.set(entry.seq, erased(entry, entry.line));
        break;
      case 'erasure':
        entry.targets.forEach((target) => this.judge(target, { seq: entry.seq, erased: traceOf(entry.line) }));
        break;
      case 'restored':
        // Without the message, the room no longer keeps it: there is nothing to show again.
        if (entry.message !== undefined) {
          this.judge(entry.target, { seq: entry.seq, message: entry.message });
        }
        break;
    }
  }

  /** A message as its author or a moderator may read it, loaded separately; or what has become of it meanwhile. */
  replace(entry: Entry): void {
    if (entry.type === 'message') {
      this.items.set(entry.seq, entry);
    } else {
      this.apply(entry);
    }
  }

  message(seq: number): Message | undefined {
    const item = this.items.get(seq);
    return item?.type === 'message' ? item : undefined;
  }

  get ordered(): Item[] {
    return [...this.items.values()].filter(isShown).sort((one, other) => one.seq - other.seq);
  }

  get oldest(): number | undefined {
    return this.items.size === 0 ? undefined : Math.min(...this.items.keys());
  }

  clear(): void {
    this.items.clear();
    this.verdicts.clear();
  }

  // The history is read as it is now: a removal in it has already been done to the messages it brings.
  private put(message: Message): void {
    const verdict = this.verdicts.get(message.seq);
    this.items.set(message.seq, verdict === undefined ? message : after(message, verdict));
  }

  // The newest word counts; nothing comes after an erasure.
  private judge(target: number, verdict: Verdict): void {
    const earlier = this.verdicts.get(target);
    if (earlier !== undefined && (earlier.seq >= verdict.seq || earlier.erased !== undefined)) {
      return;
    }
    this.verdicts.set(target, verdict);
    const message = this.message(target);
    if (message !== undefined) {
      this.items.set(target, after(message, verdict));
    }
  }
}

function after(message: Message, verdict: Verdict): Message {
  if (verdict.erased !== undefined) {
    return erased(message, verdict.erased === 'line');
  }
  if (verdict.message !== undefined) {
    return verdict.message;
  }
  if (message.removed === true) {
    return message;
  }
  const { text: _text, contentNote: _note, need: _need, ...rest } = message;
  return { ...rest, removed: true };
}

function erased({ room, seq, at }: Pick<Message, 'room' | 'seq' | 'at'>, line: boolean): Message {
  return { type: 'message', room, seq, at, erased: traceOf(line) };
}

function traceOf(line: boolean): NonNullable<Message['erased']> {
  return line ? 'line' : 'nothing';
}

function isShown(item: Item): boolean {
  return item.type !== 'message' || item.erased !== 'nothing';
}
