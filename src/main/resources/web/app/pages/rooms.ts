import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { session } from '../client/session.js';
import type { Room } from '../client/types.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { fill, words } from '../words.js';

@customElement('haven-rooms')
export class Rooms extends Page {
  @state() private list: Room[] = [];
  @state() private next: string | undefined;

  protected get heading(): string {
    return words.rooms.title;
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
    if (room.state !== 'open' || room.placesLeft === 0) {
      return html`<a class="button" href="/rooms/${room.id}" aria-label=${fill(words.rooms.readNamed, name)}
        >${words.room.about}</a
      >`;
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

  private readonly more = (): Promise<void> => this.doing(() => this.loadMore());

  private async loadMore(): Promise<void> {
    const page = await rooms.list(this.next);
    this.list = [...this.list, ...page.items];
    this.next = page.next ?? undefined;
  }
}

function facts(room: Room): string {
  const state = room.state === 'open' ? placesWords(room.placesLeft) : words.rooms.states[room.state];
  return room.member ? `${words.rooms.yours} · ${state}` : state;
}

function placesWords(places: number): string {
  if (places === 0) {
    return words.rooms.full;
  }
  return places === 1 ? words.rooms.onePlace : fill(words.rooms.places, { places });
}
