import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { session } from '../client/session.js';
import type { Room } from '../client/types.js';
import '../ui/grounds-dialog.js';
import type { GroundsDialog } from '../ui/grounds-dialog.js';
import { Page } from '../ui/page.js';
import { fill, words } from '../words.js';
import './room-people/hand-over.js';
import './room-people/invitations.js';
import './room-people/members.js';
import './room-people/newcomers.js';
import './room-people/requests.js';

/** Who is in a room and who would like to be, for those who look after it. */
@customElement('haven-room-people')
export class RoomPeople extends Page {
  @query('haven-grounds') private grounds!: GroundsDialog;
  @state() private room: Room | undefined;

  protected get heading(): string {
    return this.room === undefined ? words.roomPeople.title : fill(words.roomPeople.titleOf, { name: this.room.name });
  }

  protected override async load(): Promise<void> {
    const room = await rooms.get(this.params['id'] ?? '');
    if (!room.host && !session.isStaff) {
      throw new Problem('not-allowed', words.errors.codes['not-allowed'].title, words.errors.codes['not-allowed'].next);
    }
    this.room = room;
  }

  protected content(): TemplateResult {
    const room = this.room as Room;
    const become = (now: Room) => (this.room = now);
    // One for all of them: whoever decides, decides about one thing at a time.
    const grounds = () => this.grounds;
    return html`<p><a href="/rooms/${room.id}">${words.roomPeople.back}</a></p>
      <haven-room-requests .room=${room.id} .grounds=${grounds}></haven-room-requests>
      <haven-room-newcomers .room=${room} .changed=${become}></haven-room-newcomers>
      <haven-room-invitations .room=${room.id}></haven-room-invitations>
      <haven-room-members .room=${room.id} .grounds=${grounds}></haven-room-members>
      ${room.host ? html`<haven-hand-over .room=${room} .changed=${become}></haven-hand-over>` : nothing}
      <haven-grounds></haven-grounds>`;
  }
}
