import { notices } from './api.js';
import { live } from './live.js';
import { session } from './session.js';

/** Whether there is something that this person has not been told yet. Says `change` when that may be different. */
class Inbox extends EventTarget {
  private person: string | undefined;
  unread = 0;

  constructor() {
    super();
    session.addEventListener('change', () => this.personChanged());
    live.addEventListener('told', () => this.become(this.unread + 1));
    live.addEventListener('read', () => void this.look());
    // What happened while nothing was connected was told to nobody.
    live.addEventListener('change', () => live.state === 'open' && void this.look());
  }

  private personChanged(): void {
    const person = session.person;
    const isAmongPeople = person !== undefined && !session.isBarred && person.state !== 'waiting';
    if (isAmongPeople) {
      live.start();
    }
    if (this.person !== person?.id) {
      this.person = person?.id;
      this.become(0);
    }
  }

  private async look(): Promise<void> {
    try {
      this.become((await notices.list()).unread);
    } catch {
      // The next connection asks again.
    }
  }

  private become(unread: number): void {
    if (this.unread !== unread) {
      this.unread = unread;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const inbox = new Inbox();
