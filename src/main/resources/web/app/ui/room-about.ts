import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { session } from '../client/session.js';
import type { Room } from '../client/types.js';
import { fill, words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';

/** What a room is for and who looks after it, and the way out of it. */
@customElement('haven-room-about')
export class RoomAbout extends Acting {
  @property({ attribute: false }) room!: Room;
  @property({ type: Boolean }) moderated = false;
  @query('dialog') private leaving!: HTMLDialogElement;

  protected override render(): TemplateResult {
    const { room } = this;
    return html`<details class="about" ?open=${!room.member}>
        <summary>${words.room.about}</summary>
        <p>${room.purpose}</p>
        ${room.topic ? html`<p><strong>${words.room.topic}:</strong> ${room.topic}</p>` : nothing}
        ${room.guidelines ? html`<p><strong>${words.room.ownGuidelines}:</strong> ${room.guidelines}</p>` : nothing}
        ${room.hosts.length === 0
          ? nothing
          : html`<p><strong>${words.room.hosts}:</strong> ${room.hosts.map(({ handle }) => handle).join(', ')}</p>`}
        <p class="quiet">${fill(words.room.retention, { days: room.retentionDays })}</p>
        ${problemBox(this.problem)}
        <p class="actions">
          ${this.moderated ? html`<a class="button" href="/rooms/${room.id}/people">${words.room.people}</a>` : nothing}
          ${session.isStaff ? html`<a class="button" href="/rooms/${room.id}/edit">${words.room.edit}</a>` : nothing}
          ${room.member
            ? html`<button type="button" class="button" @click=${() => this.leaving.showModal()}>${words.room.leave}</button>`
            : nothing}
        </p>
      </details>
      <dialog class="dialog leaving" aria-labelledby="leaving-title">
        <h2 id="leaving-title">${words.room.leaveAsk}</h2>
        <p class="actions">
          <button type="button" class="button strong-button" @click=${this.leave}>${words.room.leave}</button>
          <button type="button" class="button" @click=${() => this.leaving.close()}>${words.room.stay}</button>
        </p>
      </dialog>`;
  }

  private readonly leave = (): Promise<void> =>
    this.doing(async () => {
      this.leaving.close();
      await rooms.leave(this.room.id);
      Router.go('/rooms');
    });
}
