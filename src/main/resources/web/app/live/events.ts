import type { RoomNotice } from './entries.js';
import type { Marked } from './protocol.js';

/** What is told beside the rooms themselves. */
export interface LiveEvents {
  /** The connection is another than before. */
  change: Event;
  /** Who is in a room, or whether this person's name is seen there. */
  present: Event;
  /** Something that concerns this person alone. */
  told: CustomEvent<RoomNotice>;
  /** They have fewer unread notices. */
  read: Event;
  /** How far they have read in a room, on whatever device. */
  marked: CustomEvent<Marked>;
}

export class Teller {
  private readonly target = new EventTarget();

  addEventListener<K extends keyof LiveEvents>(type: K, listener: (event: LiveEvents[K]) => void): void {
    this.target.addEventListener(type, listener as EventListener);
  }

  removeEventListener<K extends keyof LiveEvents>(type: K, listener: (event: LiveEvents[K]) => void): void {
    this.target.removeEventListener(type, listener as EventListener);
  }

  protected tell(type: keyof LiveEvents, detail?: unknown): void {
    this.target.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
