import { rooms } from './api.js';
import { session } from './session.js';
import type { Item } from './timeline.js';
import type { Room } from './types.js';

const PAUSE = 800;

/** How far this person has read in a room: what is new since they were last here, and that they have seen it now. */
export class Reading {
  private readonly since: number | undefined;
  private marked: number;
  private timer = 0;

  constructor(private readonly room: Room) {
    this.marked = room.mark ?? 0;
    this.since = room.mark !== undefined && (room.unread ?? 0) > 0 ? room.mark : undefined;
  }

  /** The first of what is new since they were last here; nothing if there was nothing new when they came. */
  firstNew(items: readonly Item[]): number | undefined {
    const { since } = this;
    return since === undefined
      ? undefined
      : items.find((item) => item.type === 'message' && item.seq > since && item.author?.id !== session.person?.id)?.seq;
  }

  /** The end has been on the screen. Told after a moment, once for all that came in it. */
  seen(seq: number | undefined): void {
    window.clearTimeout(this.timer);
    if (this.room.member && seq !== undefined && seq > this.marked && document.visibilityState === 'visible') {
      this.timer = window.setTimeout(() => void this.mark(seq), PAUSE);
    }
  }

  stop(): void {
    window.clearTimeout(this.timer);
  }

  // What could not be told now is told with the next message, or when they are back.
  private async mark(seq: number): Promise<void> {
    try {
      await rooms.mark(this.room.id, seq);
      this.marked = seq;
    } catch {
      // Nothing on the page depends on it.
    }
  }
}
