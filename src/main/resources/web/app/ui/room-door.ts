import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { session } from '../client/session.js';
import type { MemberRemoval, Room } from '../client/types.js';
import { day, fill, time, words } from '../words.js';
import { Acting } from './acting.js';
import { textField } from './fields.js';
import { problemBox } from './problem-box.js';

const UNTIL_REOPENED = 9999;

/** The door of a room, as it stands for this person: to come in, to ask, to wait; and what a host offers them. */
@customElement('haven-room-door')
export class RoomDoor extends Acting {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) changed: (room: Room) => void = () => undefined;
  @state() private note = '';
  @state() private said = '';

  protected override render(): TemplateResult {
    return html`${problemBox(this.problem)} ${this.room.member ? this.offered() : this.door()}
      <p class=${this.said === '' ? 'unseen' : ''} role="status">${this.said}</p>`;
  }

  private door(): TemplateResult {
    const { room } = this;
    if (room.removal !== undefined) {
      return this.removed(room.removal);
    }
    if (room.membership === 'asked' || room.membership === 'waiting') {
      return this.waiting(words.door[room.membership]);
    }
    if (room.state === 'archived') {
      return html`<p>${words.room.states.archived}</p>`;
    }
    return html`${room.state === 'paused' ? html`<p>${words.room.states.paused}</p>` : nothing} ${this.entrance()}`;
  }

  private entrance(): TemplateResult {
    const { room } = this;
    if (!session.isStaff && isClosedToNewcomers(room)) {
      return html`<div class="notice">
        <p><strong>${words.door.closed}</strong></p>
        <p>${closedWords(room)}</p>
      </div>`;
    }
    if (room.visibility !== 'open' && !session.isStaff) {
      return this.question(words.door.byRequest, words.door.ask);
    }
    return room.placesLeft > 0 ? this.open() : this.full();
  }

  private open(): TemplateResult {
    return html`<p>${session.isStaff ? words.room.readingAsStaff : words.room.joinFirst}</p>
      <p><button type="button" class="button strong-button" @click=${this.join}>${words.rooms.join}</button></p>`;
  }

  private full(): TemplateResult {
    return html`<p>${words.door.full}</p>
      <p><button type="button" class="button strong-button" @click=${this.ask}>${words.door.wait}</button></p>`;
  }

  private question(lead: string, submit: string): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.ask}>
      <p>${lead}</p>
      ${textField({
        name: 'note',
        label: words.door.note,
        hint: words.door.noteHint,
        optional: true,
        rows: 3,
        value: this.note,
        error: this.problem?.field('note'),
        change: (note) => (this.note = note),
      })}
      <div class="actions"><button class="button strong-button">${submit}</button></div>
    </form>`;
  }

  private waiting({ title, next, end }: { title: string; next: string; end: string }): TemplateResult {
    const at = this.room.askedAt ?? '';
    return html`<div class="notice">
      <p><strong>${fill(title, { day: day(at), time: time(at) })}</strong></p>
      <p>${next}</p>
      <p class="actions"><button type="button" class="button" @click=${this.takeBack}>${end}</button></p>
    </div>`;
  }

  private removed(removal: MemberRemoval): TemplateResult {
    const { rule, ruleTitle, reason, until } = removal;
    return html`<div class="notice">
        <h2>${words.door.removedTitle}</h2>
        <p>${fill(words.room.removedOwnRule, { rule, title: ruleTitle ?? rule })}</p>
        <blockquote>${reason}</blockquote>
        <p>${words.door.stillMember}</p>
        ${until === undefined ? nothing : html`<p>${fill(words.door.removedUntil, { day: day(until), time: time(until) })}</p>`}
      </div>
      ${this.room.membership === 'asked'
        ? this.waiting(words.door.askedBack)
        : this.question(words.door.wayBack, words.door.askBack)}`;
  }

  private offered(): TemplateResult | typeof nothing {
    const offer = this.room.handOver;
    if (offer === undefined || offer.to.id !== session.person?.id) {
      return nothing;
    }
    return html`<div class="notice">
      <p><strong>${fill(words.handOver.offered, { handle: offer.from.handle })}</strong></p>
      <p>${words.handOver.offeredNext}</p>
      <p class="actions">
        <button type="button" class="button strong-button" @click=${this.takeOver}>${words.handOver.accept}</button>
        <button type="button" class="button" @click=${this.decline}>${words.handOver.decline}</button>
      </p>
    </div>`;
  }

  private readonly join = (): Promise<void> => this.becoming(() => rooms.join(this.room.id));

  private readonly ask = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.becoming(() => rooms.ask(this.room.id, this.note));
  };

  private readonly takeBack = (): Promise<void> =>
    this.becoming(async () => {
      await rooms.takeBack(this.room.id);
      return rooms.get(this.room.id);
    }, words.door.takenBack);

  private readonly takeOver = (): Promise<void> =>
    this.becoming(() => rooms.takeOver(this.room.id), words.handOver.accepted);

  private readonly decline = (): Promise<void> =>
    this.becoming(async () => {
      await rooms.decline(this.room.id);
      return rooms.get(this.room.id);
    }, words.handOver.declined);

  // The button that was pressed is gone afterwards; whoever uses a keyboard goes on from the title of the page.
  private becoming(act: () => Promise<Room>, said = ''): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      this.changed(await act());
      this.note = '';
      this.said = said;
      await this.updateComplete;
      document.querySelector<HTMLElement>('h1')?.focus();
    });
  }
}

export function isClosedToNewcomers({ newcomersClosedUntil }: Room): boolean {
  return newcomersClosedUntil !== undefined && new Date(newcomersClosedUntil) > new Date();
}

/** Until when a closed room stays closed. */
export function closedWords({ newcomersClosedUntil }: Room): string {
  const until = new Date(newcomersClosedUntil ?? '');
  return until.getFullYear() >= UNTIL_REOPENED - 1
    ? words.door.closedOpen
    : fill(words.door.closedUntil, { day: day(until), time: time(until) });
}
