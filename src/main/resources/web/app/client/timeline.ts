import type { Entry, Message, Pin, SupportKind } from './types.js';

/** A line that a room shows between its messages. */
export type Item = Message | Extract<Entry, { type: 'roomChanged' | 'hostsChanged' | 'session' }>;

interface Verdict {
  /** The number of the event that did it. */
  seq: number;
  message?: Message;
  erased?: Trace;
}

interface Support {
  /** The number of the event that said so. */
  seq: number;
  given: boolean;
}

interface PinState {
  /** The number of the event that said so. */
  seq: number;
  pinned: boolean;
}

type Trace = NonNullable<Message['erased']>;
type Place = Pick<Message, 'room' | 'seq' | 'at'>;

/**
 * A room as it stands after a run of its events. Applying the same event twice, or history over live events, changes nothing,
 * so whoever resumes ends with the picture of whoever never left.
 */
export class Timeline {
  private readonly items = new Map<number, Item>();
  /** What a later event did to a message that history has yet to bring. */
  private readonly verdicts = new Map<number, Verdict>();
  /** The newest that is known of each kind of support of each message. */
  private readonly supports = new Map<number, Map<SupportKind, Support>>();

  /** The newest that is known about the pin of each message. */
  private readonly pinStates = new Map<number, PinState>();
  /** Pinned messages as they were loaded, which may be older than the part of the history that is here. */
  private readonly pinnedMessages = new Map<number, Message>();

  apply(entry: Entry): void {
    switch (entry.type) {
      case 'message':
        this.put(entry);
        break;
      case 'quiet':
        // Not even a gap: whoever muted somebody is not reminded of them.
        break;
      case 'roomChanged':
      case 'hostsChanged':
      case 'session':
        this.items.set(entry.seq, entry);
        break;
      case 'removed':
        this.judge(entry.target, { seq: entry.seq });
        break;
      case 'erased':
        this.end(entry, traceOf(entry.line));
        break;
      case 'retracted':
        this.end(entry, 'taken-back');
        break;
      case 'retraction':
        this.judge(entry.target, { seq: entry.seq, erased: 'taken-back' });
        break;
      case 'erasure':
        entry.targets.forEach((target) => this.judge(target, { seq: entry.seq, erased: traceOf(entry.line) }));
        break;
      case 'pinned':
      case 'unpinned':
        this.pin(entry.target, { seq: entry.seq, pinned: entry.type === 'pinned' });
        break;
      case 'supported':
      case 'unsupported':
        this.support(entry.target, entry.kind, { seq: entry.seq, given: entry.type === 'supported' });
        break;
      case 'restored':
        // Without the message, the room no longer keeps it: there is nothing to show again.
        if (entry.message !== undefined) {
          this.judge(entry.target, { seq: entry.seq, message: entry.message });
        }
        break;
    }
  }

  /** What is pinned, loaded separately. It may be older or newer than what the events have said so far. */
  loadPins(pins: readonly Pin[]): void {
    for (const { seq, message } of pins) {
      this.pinnedMessages.set(message.seq, message);
      this.pin(message.seq, { seq, pinned: true });
    }
  }

  isPinned(seq: number): boolean {
    return this.pinStates.get(seq)?.pinned === true;
  }

  /** Whether the message itself is here; it is not where it is older, or of somebody whom this person has muted. */
  knows(seq: number): boolean {
    return this.items.has(seq) || this.pinnedMessages.has(seq);
  }

  /** What is pinned and can be read, the newest pin first. */
  get pins(): Message[] {
    return [...this.pinStates]
      .filter(([, { pinned }]) => pinned)
      .sort(([, one], [, other]) => other.seq - one.seq)
      .map(([target]) => this.message(target) ?? this.pinnedMessages.get(target))
      .filter((message): message is Message => message?.text !== undefined);
  }

  /** A message as its author or a moderator may read it, loaded separately; or what has become of it meanwhile. */
  replace(entry: Entry): void {
    if (entry.type === 'message') {
      this.items.set(entry.seq, entry);
    } else {
      this.apply(entry);
    }
  }

  /** What this person gives or takes back. The room is told by an event of its own, and only if that changes anything for it. */
  supportedByMe(seq: number, kind: SupportKind, given: boolean): void {
    const message = this.message(seq);
    if (message !== undefined) {
      this.items.set(seq, { ...message, ownSupport: changed(message.ownSupport, kind, given) });
    }
  }

  message(seq: number): Message | undefined {
    const item = this.items.get(seq);
    return item?.type === 'message' ? item : undefined;
  }

  get ordered(): Item[] {
    return [...this.items.values()].filter(isShown).sort((one, other) => one.seq - other.seq);
  }

  get newest(): number | undefined {
    return this.items.size === 0 ? undefined : Math.max(...this.items.keys());
  }

  get oldest(): number | undefined {
    return this.items.size === 0 ? undefined : Math.min(...this.items.keys());
  }

  clear(): void {
    this.items.clear();
    this.verdicts.clear();
    this.supports.clear();
    this.pinStates.clear();
    this.pinnedMessages.clear();
  }

  // Kept as a verdict, too: a part of the history that was asked for before may still be on its way.
  private end(place: Place, trace: Trace): void {
    this.verdicts.set(place.seq, { seq: place.seq, erased: trace });
    this.items.set(place.seq, erased(place, trace));
  }

  // The history is read as it is now: a removal in it has already been done to the messages it brings.
  private put(message: Message): void {
    const verdict = this.verdicts.get(message.seq);
    this.show(verdict === undefined ? message : after(message, verdict));
  }

  // An older part of the history comes later and knows no more than what was heard since.
  private support(target: number, kind: SupportKind, support: Support): void {
    const known = this.supports.get(target) ?? new Map<SupportKind, Support>();
    const earlier = known.get(kind);
    if (earlier !== undefined && earlier.seq >= support.seq) {
      return;
    }
    this.supports.set(target, known.set(kind, support));
    const message = this.message(target);
    if (message !== undefined) {
      this.show(message);
    }
  }

  private pin(target: number, state: PinState): void {
    if ((this.pinStates.get(target)?.seq ?? 0) < state.seq) {
      this.pinStates.set(target, state);
    }
  }

  private show(message: Message): void {
    const known = this.supports.get(message.seq) ?? new Map<SupportKind, Support>();
    const hasWords = message.erased === undefined && message.removed !== true;
    const support = [...known].reduce((kinds, [kind, { given }]) => changed(kinds, kind, given), message.support ?? []);
    this.items.set(message.seq, hasWords && known.size > 0 ? { ...message, support } : message);
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
      this.show(after(message, verdict));
    }
  }
}

function after(message: Message, verdict: Verdict): Message {
  if (verdict.erased !== undefined) {
    return erased(message, verdict.erased);
  }
  if (verdict.message !== undefined) {
    return verdict.message;
  }
  if (message.removed === true) {
    return message;
  }
  const { text: _text, contentNote: _note, need: _need, support: _support, ownSupport: _own, ...rest } = message;
  return { ...rest, removed: true };
}

function erased({ room, seq, at }: Place, trace: Trace): Message {
  return { type: 'message', room, seq, at, erased: trace };
}

function changed(kinds: readonly SupportKind[] | undefined, kind: SupportKind, given: boolean): SupportKind[] {
  const others = (kinds ?? []).filter((other) => other !== kind);
  return given ? [...others, kind] : others;
}

function traceOf(line: boolean): Trace {
  return line ? 'line' : 'nothing';
}

function isShown(item: Item): boolean {
  return item.type !== 'message' || item.erased !== 'nothing';
}
