import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { rooms } from '../client/api.js';
import { Conversation, type ConversationChange } from '../client/conversation.js';
import { live } from '../client/live.js';
import { Reading } from '../client/reading.js';
import { session } from '../client/session.js';
import type { Item } from '../client/timeline.js';
import type { Message, Room, RoomMute, RoomNotice } from '../client/types.js';
import type { Saying } from '../live/index.js';
import { announcer } from '../ui/announcer.js';
import '../ui/composer.js';
import type { Composer } from '../ui/composer.js';
import '../ui/hosting-panel.js';
import type { HostingPanel } from '../ui/hosting-panel.js';
import '../ui/pinned-messages.js';
import '../ui/room-muted-note.js';
import '../ui/message.js';
import '../ui/room-search.js';
import '../ui/muted-note.js';
import '../ui/presence.js';
import '../ui/room-sessions.js';
import type { RoomSessions } from '../ui/room-sessions.js';
import { sessionLine } from '../ui/meeting.js';
import { LogPlace } from '../ui/log-place.js';
import { sayingView } from '../ui/message.js';
import { Page } from '../ui/page.js';
import { PastView } from '../ui/past-view.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/room-about.js';
import { RoomActs } from '../ui/room-acts.js';
import '../ui/room-door.js';
import { arrivedWords, lineOf, paceWords, waitingWords } from '../ui/room-lines.js';
import { day, fill, words } from '../words.js';

@customElement('haven-room')
export class RoomPage extends Page {
  @query('haven-composer') private composer!: Composer;
  @query('haven-hosting') private hosting!: HostingPanel | null;
  @query('haven-room-sessions') private sessions!: RoomSessions | null;
  @state() private room: Room | undefined;
  /** Whether a session lets them write, where that is how the room opens. */
  @state() private heard = false;
  private conversation: Conversation | undefined;
  private reading: Reading | undefined;
  private readonly place = new LogPlace(this);
  private readonly past = new PastView(this, this.place, (act) => this.doing(act));
  private readonly acts = new RoomActs(this, {
    conversation: () => this.conversation,
    reply: (message) => this.composer.replyTo(message),
    doing: (act) => this.doing(act),
    mutesChanged: async () => this.hosting?.look(),
    takenBack: () => this.place.focus({ preventScroll: true }),
  });

  protected get heading(): string {
    return this.room?.name ?? words.rooms.title;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('change', this.connectionChanged);
    session.addEventListener('change', this.connectionChanged);
    live.addEventListener('told', this.told);
    document.addEventListener('visibilitychange', this.seen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('change', this.connectionChanged);
    session.removeEventListener('change', this.connectionChanged);
    live.removeEventListener('told', this.told);
    document.removeEventListener('visibilitychange', this.seen);
    this.reading?.stop();
    this.conversation?.close();
  }

  protected override async load(): Promise<void> {
    this.room = await rooms.get(this.params['id'] ?? '');
    this.become(this.room);
  }

  protected content(): TemplateResult {
    const room = this.room as Room;
    return html`<haven-room-about .room=${room} .moderated=${this.moderated}></haven-room-about>
      ${problemBox(this.problem)}
      <haven-room-door .room=${room} .changed=${(now: Room) => this.become(now)}></haven-room-door>
      ${this.conversation === undefined ? nothing : this.talk(room, this.conversation)}
      ${this.acts.dialogs}`;
  }

  private talk(room: Room, conversation: Conversation): TemplateResult {
    return html`<p role="status" class=${paceWords(room) === '' ? 'unseen' : 'pace'}>${paceWords(room)}</p>
      <haven-pinned
        .messages=${conversation.pins}
        .moderated=${this.moderated}
        .unpin=${(message: Message) => this.acts.pin(message, false)}
      ></haven-pinned>
      ${this.moderated
        ? html`<haven-hosting
            .room=${room}
            .changed=${(changed: Room) => (this.room = changed)}
            .lift=${(mute: RoomMute) => this.acts.liftMute(room.id, mute)}
          ></haven-hosting>`
        : nothing}
      ${room.opening === 'always'
        ? nothing
        : html`<haven-room-sessions .room=${room} .heard=${(heard: boolean) => (this.heard = heard)}></haven-room-sessions>`}
      ${problemBox(conversation.problem)}
      <haven-room-search
        .room=${room.id}
        .open=${(seq: number) => this.past.openAround(room.id, seq)}
        .openDay=${(at: string) => this.past.openDay(room.id, at)}
      ></haven-room-search>
      ${this.past.isOpen
        ? this.past.render(room, (item, before) => this.item(item, before, undefined))
        : this.present(room, conversation)}`;
  }

  private present(room: Room, conversation: Conversation): TemplateResult {
    const firstNew = this.reading?.firstNew(conversation.items);
    return html`<div class="log" role="log" aria-live="off" tabindex="0" aria-label=${fill(words.room.messages, { name: room.name })}
        @scroll=${this.scrolled}>
        ${this.beginning(conversation)}
        <ol>
          ${repeat(conversation.items, ({ seq }) => seq, (item, index) => this.item(item, conversation.items[index - 1], firstNew))}
          ${repeat(conversation.pending, ({ key }) => key, (saying) => this.saying(saying))}
        </ol>
      </div>
      ${this.place.newAbove
        ? html`<button type="button" class="button newer" @click=${() => this.place.toNew()}>${words.room.toNew}</button>`
        : nothing}
      ${this.place.newer
        ? html`<button type="button" class="button newer" @click=${this.toEnd}>${words.room.newer}</button>`
        : nothing}
      <haven-presence .room=${room.id}></haven-presence>
      ${this.connection()}
      ${this.maySay
        ? html`${this.mutedNote(room)}
            <haven-composer
            .room=${room.id}
            .held=${session.isMuted || room.mutedUntil !== undefined || (room.opening === 'sessions' && !this.heard)}
            .announces=${this.moderated}
            .message=${(seq: number) => conversation.message(seq)}
            .say=${(said: Saying['said']) => this.say(said)}
          ></haven-composer>`
        : nothing}`;
  }

  private mutedNote(room: Room): TemplateResult | typeof nothing {
    if (session.isMuted) {
      return html`<haven-muted-note></haven-muted-note>`;
    }
    return room.mutedUntil === undefined
      ? nothing
      : html`<haven-room-muted-note
          .room=${room.id}
          .until=${room.mutedUntil}
          .over=${() => void this.readAnew()}
        ></haven-room-muted-note>`;
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

  private item(item: Item, before: Item | undefined, firstNew: number | undefined): TemplateResult {
    const isNewDay = before === undefined || day(before.at) !== day(item.at);
    return html`<li>
      ${isNewDay ? html`<p class="day">${day(item.at)}</p>` : nothing}
      ${item.seq === firstNew ? html`<p class="since" tabindex="-1">${words.room.since}</p>` : nothing}
      ${item.type === 'message'
        ? html`<haven-message
            .message=${item}
            .repliedTo=${item.replyTo === undefined ? undefined : this.shown?.message(item.replyTo)}
            .acts=${this.past.isOpen ? undefined : this.acts}
            .writable=${this.maySay && !this.past.isOpen}
            .moderated=${this.moderated && !this.past.isOpen}
            .pinned=${this.conversation?.isPinned(item.seq) === true}
          ></haven-message>`
        : html`<p class="quiet">${lineOf(item)}</p>`}
    </li>`;
  }

  private saying(saying: Saying): TemplateResult {
    const takeBack = () => this.composer.putBack(this.conversation?.takeBack(saying) ?? saying.said);
    return html`<li>${sayingView(saying, () => this.conversation?.tryAgain(saying), takeBack)}</li>`;
  }

  private connection(): TemplateResult {
    const isAway = live.state === 'waiting' || live.state === 'off';
    return html`<p class=${isAway ? 'connection' : 'unseen'} role="status">${words.connection[live.state]}</p>`;
  }

  private get shown(): PastView | Conversation | undefined {
    return this.past.isOpen ? this.past : this.conversation;
  }

  private get maySay(): boolean {
    const open = this.room?.state === 'open' || (this.room?.state === 'paused' && this.moderated);
    return this.room?.member === true && open;
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
      this.openConversation(room);
    }
  }

  private readAnew(): Promise<void> {
    return this.doing(async () => this.become(await rooms.get(this.room?.id ?? '')));
  }

  private openConversation(room: Room): void {
    this.reading?.stop();
    this.reading = new Reading(room);
    this.conversation = new Conversation(room.id, this.moderated, (change) => this.conversationChanged(change));
    this.conversation.open();
  }

  private say(said: Saying['said']): void {
    this.place.followEnd();
    this.conversation?.say(said);
  }

  private conversationChanged({ arrived, notSent, waiting, room, hosts, session: gone }: ConversationChange): void {
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
      this.place.arrived();
      announcer.say(arrivedWords(arrived), (count) => fill(words.room.arrivedMany, { count }));
    }
    if (notSent !== undefined) {
      announcer.say(words.room.notSent);
    }
    if (notSent?.failure?.code === 'muted-in-room') {
      void this.readAnew();
    }
    if (waiting !== undefined) {
      announcer.say(waitingWords(waiting));
    }
    this.requestUpdate();
  }

  private readonly connectionChanged = (): void => this.requestUpdate();

  /** What one is told about a room may change what one can do there. */
  private readonly told = ({ detail }: CustomEvent<RoomNotice>): void => {
    if (detail.room === this.room?.id) {
      void this.readAnew();
    }
  };

  private readonly scrolled = (): void => {
    this.place.scrolled();
    this.seen();
  };

  private readonly seen = (): void => {
    if (this.place.follows && !this.past.isOpen && this.conversation?.loaded === true) {
      this.reading?.seen(this.conversation.newest);
    }
  };

  private readonly toEnd = (): void => {
    this.place.followEnd();
    this.place.focus();
  };

  private readonly older = (): Promise<void> =>
    this.doing(async () => {
      this.place.follows = false;
      await this.place.keep(async () => this.conversation?.loadOlder());
      this.place.focus({ preventScroll: true });
    });

  protected override updated(): void {
    super.updated();
    this.seen();
  }
}
