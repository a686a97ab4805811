import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { messages, rooms } from '../client/api.js';
import { Conversation, type ConversationChange } from '../client/conversation.js';
import { live } from '../client/live.js';
import { Past } from '../client/past.js';
import { Reading } from '../client/reading.js';
import { session } from '../client/session.js';
import type { Item } from '../client/timeline.js';
import type { Message, Room, RoomMute, RoomNotice } from '../client/types.js';
import type { Saying } from '../live/index.js';
import { announcer } from '../ui/announcer.js';
import '../ui/composer.js';
import type { Composer } from '../ui/composer.js';
import '../ui/grounds-dialog.js';
import '../ui/hosting-panel.js';
import type { HostingPanel } from '../ui/hosting-panel.js';
import '../ui/pinned-messages.js';
import '../ui/room-muted-note.js';
import type { GroundsDialog } from '../ui/grounds-dialog.js';
import '../ui/message.js';
import '../ui/room-search.js';
import '../ui/take-back-dialog.js';
import type { TakeBackDialog } from '../ui/take-back-dialog.js';
import '../ui/muted-note.js';
import '../ui/presence.js';
import '../ui/room-sessions.js';
import type { RoomSessions } from '../ui/room-sessions.js';
import { sessionLine } from '../ui/meeting.js';
import { LogPlace } from '../ui/log-place.js';
import { type MessageActs, sayingView } from '../ui/message.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/room-about.js';
import '../ui/room-door.js';
import { arrivedWords, lineOf, paceWords, waitingWords } from '../ui/room-lines.js';
import '../ui/quiet-dialog.js';
import type { QuietDialog } from '../ui/quiet-dialog.js';
import { day, fill, words } from '../words.js';

@customElement('haven-room')
export class RoomPage extends Page {
  @query('haven-composer') private composer!: Composer;
  @query('haven-grounds') private grounds!: GroundsDialog;
  @query('haven-hosting') private hosting!: HostingPanel | null;
  @query('haven-quiet') private quiet!: QuietDialog;
  @query('haven-room-sessions') private sessions!: RoomSessions | null;
  @query('haven-take-back') private takingBack!: TakeBackDialog;
  @state() private room: Room | undefined;
  @state() private past: Past | undefined;
  /** Whether a session lets them write, where that is how the room opens. */
  @state() private heard = false;
  private conversation: Conversation | undefined;
  private reading: Reading | undefined;
  private readonly place = new LogPlace(this);

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
      <haven-grounds></haven-grounds>
      <haven-quiet></haven-quiet>
      <haven-take-back></haven-take-back>`;
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
            .lift=${(mute: RoomMute) => this.liftMute(mute)}
          ></haven-hosting>`
        : nothing}
      ${room.opening === 'always'
        ? nothing
        : html`<haven-room-sessions .room=${room} .heard=${(heard: boolean) => (this.heard = heard)}></haven-room-sessions>`}
      ${problemBox(conversation.problem)}
      <haven-room-search .room=${room.id} .open=${this.openAround} .openDay=${this.openDay}></haven-room-search>
      ${this.past === undefined ? this.present(room, conversation) : this.earlier(room, this.past)}`;
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

  private earlier(room: Room, past: Past): TemplateResult {
    return html`<p class="quiet">${words.search.pastHint}</p>
      <div class="log" role="region" tabindex="0" aria-label=${fill(words.search.past, { name: room.name })}>
        ${past.hasOlder
          ? html`<p><button type="button" class="button" @click=${this.olderPast}>${words.room.older}</button></p>`
          : html`<p class="quiet">${words.room.start}</p>`}
        ${past.items.length === 0 ? html`<p>${words.search.nothingSince}</p>` : nothing}
        <ol>
          ${repeat(past.items, ({ seq }) => seq, (item, index) => this.item(item, past.items[index - 1], undefined))}
        </ol>
        ${past.hasNewer
          ? html`<p><button type="button" class="button" @click=${this.newerPast}>${words.search.newer}</button></p>`
          : nothing}
      </div>
      <button type="button" class="button strong-button newer" @click=${this.toNow}>${words.search.toNow}</button>`;
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
            .repliedTo=${item.replyTo === undefined ? undefined : (this.past ?? this.conversation)?.message(item.replyTo)}
            .acts=${this.past === undefined ? this.acts : undefined}
            .writable=${this.maySay && this.past === undefined}
            .moderated=${this.moderated && this.past === undefined}
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

  private readonly acts: MessageActs = {
    reply: (message) => this.composer.replyTo(message),
    remove: (message) => this.removeMessage(message),
    restore: (message) =>
      this.grounds.forRestoration((reason) => messages.restore(message.room, message.seq, reason)),
    pin: (message, pinned) =>
      void this.doing(async () => {
        await (pinned ? messages.pin(message.room, message.seq) : messages.unpin(message.room, message.seq));
        announcer.say(pinned ? words.hosting.pinDone : words.hosting.unpinDone);
      }),
    quieten: ({ room, author }) =>
      author &&
      void this.grounds.forQuiet(async (grounds) => {
        await rooms.mute(room, author.id, grounds);
        announcer.say(fill(words.hosting.quietened, { author: author.handle }));
        await this.hosting?.look();
      }),
    mute: ({ author }) =>
      author && this.quiet.open(author, () => announcer.say(fill(words.quiet.done, { author: author.handle }))),
    support: ({ seq }, kind, given) => void this.doing(async () => this.conversation?.support(seq, kind, given)),
    takeBack: ({ seq }) =>
      this.takingBack.open(
        async () => this.conversation?.retract(seq),
        () => {
          announcer.say(words.takeBack.done);
          this.place.focus({ preventScroll: true });
        },
      ),
  };

  private liftMute({ account }: RoomMute): void {
    this.grounds.forLifting('unquieten', async (reason) => {
      await rooms.liftMute(this.room?.id ?? '', account.id, reason);
      announcer.say(fill(words.hosting.lifted, { handle: account.handle }));
      await this.hosting?.look();
    });
  }

  private removeMessage(message: Message): void {
    void this.grounds.forRemoval(async (grounds) => {
      await messages.remove(message.room, message.seq, grounds);
      await this.conversation?.reveal(message.seq);
    });
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

  private readonly openAround = async (seq: number): Promise<void> => {
    this.past = await Past.around(this.room?.id ?? '', seq);
    await this.place.settled();
    this.place.toMessage(seq);
  };

  private readonly openDay = async (at: string): Promise<void> => {
    this.past = await Past.since(this.room?.id ?? '', at);
    await this.place.settled();
    this.place.focus();
  };

  private readonly olderPast = (): Promise<void> =>
    this.doing(() =>
      this.place.keep(async () => {
        await this.past?.loadOlder();
        this.requestUpdate();
      }),
    );

  private readonly newerPast = (): Promise<void> =>
    this.doing(async () => {
      await this.past?.loadNewer();
      this.requestUpdate();
    });

  private readonly toNow = async (): Promise<void> => {
    this.past = undefined;
    this.place.followEnd();
    await this.place.settled();
    this.place.focus();
  };

  private readonly seen = (): void => {
    if (this.place.follows && this.past === undefined && this.conversation?.loaded === true) {
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
