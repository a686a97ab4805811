import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { live } from '../client/live.js';
import { session } from '../client/session.js';
import type { Room } from '../client/types.js';
import type { LiveEvents } from '../live/index.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { isClosedToNewcomers } from '../ui/room-door.js';
import { fill, words } from '../words.js';

@customElement('haven-rooms')
export class Rooms extends Page {
  @state() private list: Room[] = [];
  @state() private next: string | undefined;

  protected get heading(): string {
    return words.rooms.title;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('marked', this.marked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('marked', this.marked);
  }

  protected override async load(): Promise<void> {
    await this.loadMore();
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.rooms.lead}</p>
      ${problemBox(this.problem)}
      ${session.isStaff
        ? html`<p class="actions"><a class="button" href="/rooms/new">${words.rooms.create}</a></p>`
        : nothing}
      ${this.list.length === 0 ? html`<p>${words.rooms.empty}</p>` : nothing}
      <ul class="cards">
        ${this.list.map((room) => this.card(room))}
      </ul>
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.more}>${words.site.more}</button></p>`}`;
  }

  private card(room: Room): TemplateResult {
    return html`<li class="card">
      <h2>${room.name}</h2>
      <p>${room.purpose}</p>
      ${room.topic ? html`<p class="quiet">${words.room.topic}: ${room.topic}</p>` : nothing}
      <p class="quiet">${facts(room)}</p>
      ${(room.unread ?? 0) > 0 ? html`<p class="unread">${words.rooms.unread}</p>` : nothing}
      <p class="actions">${this.door(room)}</p>
    </li>`;
  }

  private door(room: Room): TemplateResult {
    const name = { name: room.name };
    if (room.member) {
      return html`<a class="button strong-button" href="/rooms/${room.id}" aria-label=${fill(words.rooms.enterNamed, name)}
        >${words.rooms.enter}</a
      >`;
    }
    if (!isOpenTo(room)) {
      const label = asks(room) ? words.rooms.ask : words.room.about;
      const named = asks(room) ? words.rooms.askNamed : words.rooms.readNamed;
      return html`<a class="button" href="/rooms/${room.id}" aria-label=${fill(named, name)}>${label}</a>`;
    }
    return html`<button
      type="button"
      class="button strong-button"
      aria-label=${fill(words.rooms.joinNamed, name)}
      @click=${() => this.join(room)}
    >
      ${words.rooms.join}
    </button>`;
  }

  private join(room: Room): Promise<void> {
    return this.doing(async () => {
      await rooms.join(room.id);
      Router.go(`/rooms/${room.id}`);
    });
  }

  /** What they have read on another device is not new here either. */
  private readonly marked = ({ detail: { room: id } }: LiveEvents['marked']): Promise<void> =>
    this.doing(async () => {
      const read = await rooms.get(id);
      this.list = this.list.map((room) => (room.id === id ? read : room));
    });

  private readonly more = (): Promise<void> => this.doing(() => this.loadMore());

  private async loadMore(): Promise<void> {
    const page = await rooms.list(this.next);
    this.list = [...this.list, ...page.items];
    this.next = page.next ?? undefined;
  }
}

/** Whether this person comes in by pressing a button. */
function isOpenTo(room: Room): boolean {
  return room.visibility === 'open' && isUsual(room) && room.membership === 'none' && room.placesLeft > 0;
}

/** Whether there is something to ask for: an answer, or a place in line. */
function asks(room: Room): boolean {
  return room.membership === 'none' && isUsual(room);
}

function isUsual(room: Room): boolean {
  return room.state === 'open' && room.removal === undefined && !isClosedToNewcomers(room);
}

function facts(room: Room): string {
  const state = room.state === 'open' ? placesWords(room.placesLeft) : words.rooms.states[room.state];
  return [...own(room), ...doors(room), state].join(' · ');
}

function own(room: Room): string[] {
  if (room.membership !== 'none') {
    return [words.rooms.own[room.membership]];
  }
  return room.removal === undefined ? [] : [words.rooms.removed];
}

function doors(room: Room): string[] {
  const visibility = room.visibility === 'open' ? [] : [words.rooms.visibilities[room.visibility]];
  return isClosedToNewcomers(room) ? [...visibility, words.rooms.closed] : visibility;
}

function placesWords(places: number): string {
  if (places === 0) {
    return words.rooms.full;
  }
  return places === 1 ? words.rooms.onePlace : fill(words.rooms.places, { places });
}
