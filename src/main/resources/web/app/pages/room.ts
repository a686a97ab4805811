import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { messages, rooms } from '../client/api.js';
import { Conversation, type ConversationChange, type Saying } from '../client/conversation.js';
import { live } from '../client/live.js';
import { session } from '../client/session.js';
import type { Item } from '../client/timeline.js';
import type { Message, Room, RoomNotice } from '../client/types.js';
import { announcer } from '../ui/announcer.js';
import '../ui/composer.js';
import type { Composer } from '../ui/composer.js';
import '../ui/grounds-dialog.js';
import type { GroundsDialog } from '../ui/grounds-dialog.js';
import '../ui/message.js';
import '../ui/take-back-dialog.js';
import type { TakeBackDialog } from '../ui/take-back-dialog.js';
import '../ui/muted-note.js';
import '../ui/presence.js';
import '../ui/room-sessions.js';
import type { RoomSessions } from '../ui/room-sessions.js';
import { sessionLine } from '../ui/meeting.js';
import { type MessageActs, sayingView } from '../ui/message.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/room-door.js';
import '../ui/quiet-dialog.js';
import type { QuietDialog } from '../ui/quiet-dialog.js';
import { day, fill, words } from '../words.js';

const AT_END = 80;

@customElement('haven-room')
export class RoomPage extends Page {
  @query('[role="log"]') private log!: HTMLElement | null;
  @query('haven-composer') private composer!: Composer;
  @query('haven-grounds') private grounds!: GroundsDialog;
  @query('haven-quiet') private quiet!: QuietDialog;
  @query('haven-room-sessions') private sessions!: RoomSessions | null;
  @query('haven-take-back') private takingBack!: TakeBackDialog;
  @query('dialog.leaving') private leaving!: HTMLDialogElement;
  @state() private room: Room | undefined;
  @state() private newer = false;
  /** Whether a session lets them write, where that is how the room opens. */
  @state() private heard = false;
  private conversation: Conversation | undefined;
  private follows = true;

  protected get heading(): string {
    return this.room?.name ?? words.rooms.title;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('change', this.connectionChanged);
    session.addEventListener('change', this.connectionChanged);
    live.addEventListener('told', this.told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('change', this.connectionChanged);
    session.removeEventListener('change', this.connectionChanged);
    live.removeEventListener('told', this.told);
    this.conversation?.close();
  }

  protected override async load(): Promise<void> {
    this.room = await rooms.get(this.params['id'] ?? '');
    this.become(this.room);
  }

  protected content(): TemplateResult {
    const room = this.room as Room;
    return html`${this.about(room)} ${problemBox(this.problem)}
      <haven-room-door .room=${room} .changed=${(now: Room) => this.become(now)}></haven-room-door>
      ${this.conversation === undefined ? nothing : this.talk(room, this.conversation)}
      <haven-grounds></haven-grounds>
      <haven-quiet></haven-quiet>
      <haven-take-back></haven-take-back>
      ${this.leavingDialog()}`;
  }

  private about(room: Room): TemplateResult {
    return html`<details class="about" ?open=${!room.member}>
      <summary>${words.room.about}</summary>
      <p>${room.purpose}</p>
      ${room.topic ? html`<p><strong>${words.room.topic}:</strong> ${room.topic}</p>` : nothing}
      ${room.guidelines ? html`<p><strong>${words.room.ownGuidelines}:</strong> ${room.guidelines}</p>` : nothing}
      ${room.hosts.length === 0
        ? nothing
        : html`<p><strong>${words.room.hosts}:</strong> ${room.hosts.map(({ handle }) => handle).join(', ')}</p>`}
      <p class="quiet">${fill(words.room.retention, { days: room.retentionDays })}</p>
      <p class="actions">
        ${this.moderated ? html`<a class="button" href="/rooms/${room.id}/people">${words.room.people}</a>` : nothing}
        ${session.isStaff ? html`<a class="button" href="/rooms/${room.id}/edit">${words.room.edit}</a>` : nothing}
        ${room.member
          ? html`<button type="button" class="button" @click=${() => this.leaving.showModal()}>${words.room.leave}</button>`
          : nothing}
      </p>
    </details>`;
  }

  private talk(room: Room, conversation: Conversation): TemplateResult {
    return html`${room.state === 'open' ? nothing : html`<p role="status">${words.room.states[room.state]}</p>`}
      ${room.opening === 'always'
        ? nothing
        : html`<haven-room-sessions .room=${room} .heard=${(heard: boolean) => (this.heard = heard)}></haven-room-sessions>`}
      ${problemBox(conversation.problem)}
      <div class="log" role="log" aria-live="off" tabindex="0" aria-label=${fill(words.room.messages, { name: room.name })}
        @scroll=${this.scrolled}>
        ${this.beginning(conversation)}
        <ol>
          ${repeat(conversation.items, ({ seq }) => seq, (item, index) => this.item(item, conversation.items[index - 1]))}
          ${repeat(conversation.pending, ({ key }) => key, (saying) => this.saying(saying))}
        </ol>
      </div>
      ${this.newer
        ? html`<button type="button" class="button newer" @click=${this.toEnd}>${words.room.newer}</button>`
        : nothing}
      <haven-presence .room=${room.id}></haven-presence>
      ${this.connection()}
      ${this.maySay
        ? html`${session.isMuted ? html`<haven-muted-note></haven-muted-note>` : nothing}
            <haven-composer
            .room=${room.id}
            .held=${session.isMuted || (room.opening === 'sessions' && !this.heard)}
            .message=${(seq: number) => conversation.message(seq)}
            .say=${(said: Saying['said']) => this.say(said)}
          ></haven-composer>`
        : nothing}`;
  }

  private beginning(conversation: Conversation): TemplateResult | typeof nothing {
    if (!conversation.loaded) {
      return html`<p>${words.site.loading}</p>`;
    }
    if (conversation.hasOlder) {
      return html`<p><button type="button" class="button" @click=${this.older}>${words.room.older}</button></p>`;
    }
    return html`<p class="quiet">${conversation.items.length === 0 ? words.room.empty : words.room.start}</p>`;
  }

  private item(item: Item, before: Item | undefined): TemplateResult {
    const isNewDay = before === undefined || day(before.at) !== day(item.at);
    return html`<li>
      ${isNewDay ? html`<p class="day">${day(item.at)}</p>` : nothing}
      ${item.type === 'message'
        ? html`<haven-message
            .message=${item}
            .repliedTo=${item.replyTo === undefined ? undefined : this.conversation?.message(item.replyTo)}
            .acts=${this.acts}
            .writable=${this.maySay}
            .moderated=${this.moderated}
          ></haven-message>`
        : html`<p class="quiet">${lineOf(item)}</p>`}
    </li>`;
  }

  private saying(saying: Saying): TemplateResult {
    const takeBack = () => this.composer.putBack(this.conversation?.takeBack(saying) ?? saying.said);
    return html`<li>${sayingView(saying, () => this.conversation?.tryAgain(saying), takeBack)}</li>`;
  }

  private connection(): TemplateResult {
    const isAway = live.connection === 'waiting' || live.connection === 'off';
    return html`<p class=${isAway ? 'connection' : 'unseen'} role="status">${words.connection[live.connection]}</p>`;
  }

  private leavingDialog(): TemplateResult {
    return html`<dialog class="dialog leaving" aria-labelledby="leaving-title">
      <h2 id="leaving-title">${words.room.leaveAsk}</h2>
      <p class="actions">
        <button type="button" class="button strong-button" @click=${this.leave}>${words.room.leave}</button>
        <button type="button" class="button" @click=${() => this.leaving.close()}>${words.room.stay}</button>
      </p>
    </dialog>`;
  }

  private readonly acts: MessageActs = {
    reply: (message) => this.composer.replyTo(message),
    remove: (message) => this.removeMessage(message),
    restore: (message) =>
      this.grounds.forRestoration((reason) => messages.restore(message.room, message.seq, reason)),
    mute: ({ author }) =>
      author && this.quiet.open(author, () => announcer.say(fill(words.quiet.done, { author: author.handle }))),
    support: ({ seq }, kind, given) => void this.doing(async () => this.conversation?.support(seq, kind, given)),
    takeBack: ({ seq }) =>
      this.takingBack.open(
        async () => this.conversation?.retract(seq),
        () => {
          announcer.say(words.takeBack.done);
          this.log?.focus({ preventScroll: true });
        },
      ),
  };

  private removeMessage(message: Message): void {
    void this.grounds.forRemoval(async (grounds) => {
      await messages.remove(message.room, message.seq, grounds);
      await this.conversation?.reveal(message.seq);
    });
  }

  private readonly leave = (): Promise<void> =>
    this.doing(async () => {
      this.leaving.close();
      await rooms.leave(this.room?.id ?? '');
      Router.go('/rooms');
    });

  private get maySay(): boolean {
    return this.room?.member === true && this.room.state === 'open';
  }

  private get moderated(): boolean {
    return session.isStaff || this.room?.host === true;
  }

  private become(room: Room): void {
    this.room = room;
    if (!room.member && !session.isStaff) {
      this.conversation?.close();
      this.conversation = undefined;
    } else if (this.conversation === undefined) {
      this.openConversation(room.id);
    }
  }

  private readAnew(): Promise<void> {
    return this.doing(async () => this.become(await rooms.get(this.room?.id ?? '')));
  }

  private openConversation(room: string): void {
    this.conversation = new Conversation(room, this.moderated, (change) => this.conversationChanged(change));
    this.conversation.open();
  }

  private say(said: Saying['said']): void {
    this.follows = true;
    this.conversation?.say(said);
  }

  private conversationChanged({ arrived, notSent, room, hosts, session: gone }: ConversationChange): void {
    if (gone !== undefined) {
      announcer.say(sessionLine(gone));
      void this.sessions?.look();
    }
    if (hosts !== undefined) {
      void this.readAnew();
    }
    if (room !== undefined && this.room !== undefined) {
      this.room = { ...this.room, ...room };
    }
    if (arrived !== undefined) {
      this.newer = !this.follows;
      announcer.say(arrivedWords(arrived), (count) => fill(words.room.arrivedMany, { count }));
    }
    if (notSent !== undefined) {
      announcer.say(words.room.notSent);
    }
    this.requestUpdate();
  }

  private readonly connectionChanged = (): void => this.requestUpdate();

  /** What one is told about a room may change what one can do there. */
  private readonly told = (event: Event): void => {
    if ((event as CustomEvent<RoomNotice>).detail.room === this.room?.id) {
      void this.readAnew();
    }
  };

  private readonly scrolled = (): void => {
    if (this.log !== null) {
      this.follows = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < AT_END;
      this.newer = this.newer && !this.follows;
    }
  };

  private readonly toEnd = (): void => {
    this.follows = true;
    this.newer = false;
    this.log?.focus();
  };

  // Whoever reads older messages stays on the line they are reading: the distance to the end is what is kept.
  private readonly older = (): Promise<void> =>
    this.doing(async () => {
      const toEnd = (this.log?.scrollHeight ?? 0) - (this.log?.scrollTop ?? 0);
      this.follows = false;
      await this.conversation?.loadOlder();
      await this.settled();
      this.log?.scrollTo({ top: this.log.scrollHeight - toEnd, behavior: 'instant' });
      this.log?.focus({ preventScroll: true });
    });

  protected override updated(): void {
    super.updated();
    if (this.follows) {
      void this.settled().then(() => this.follows && this.log?.scrollTo({ top: this.log.scrollHeight, behavior: 'instant' }));
    }
  }

  // The height is known only when every message has been drawn.
  private async settled(): Promise<void> {
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll('haven-message')].map((message) => message.updateComplete));
  }
}

function lineOf(item: Exclude<Item, Message>): string {
  if (item.type === 'session') {
    return sessionLine(item);
  }
  return item.type === 'hostsChanged'
    ? words.room.hostsChanged
    : `${fill(words.room.changed, { name: item.name })} ${words.room.states[item.state]}`;
}

function arrivedWords(message: Message): string {
  const author = message.author?.handle ?? words.room.somebody;
  return message.contentNote === undefined
    ? fill(words.room.arrived, { author, text: message.text ?? '' })
    : fill(words.room.arrivedNote, { author, note: message.contentNote });
}
