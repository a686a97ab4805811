import { Router } from '@vaadin/router';
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
import { type MessageActs, sayingView } from '../ui/message.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/room-door.js';
import '../ui/quiet-dialog.js';
import type { QuietDialog } from '../ui/quiet-dialog.js';
import { day, fill, span, words } from '../words.js';

const AT_END = 80;

@customElement('haven-room')
export class RoomPage extends Page {
  @query('[role="log"]') private log!: HTMLElement | null;
  @query('haven-composer') private composer!: Composer;
  @query('haven-grounds') private grounds!: GroundsDialog;
  @query('haven-hosting') private hosting!: HostingPanel | null;
  @query('haven-quiet') private quiet!: QuietDialog;
  @query('haven-room-sessions') private sessions!: RoomSessions | null;
  @query('haven-take-back') private takingBack!: TakeBackDialog;
  @query('dialog.leaving') private leaving!: HTMLDialogElement;
  @state() private room: Room | undefined;
  @state() private newer = false;
  @state() private past: Past | undefined;
  /** Whether what is new begins above what is on the screen. */
  @state() private newAbove = false;
  /** Whether a session lets them write, where that is how the room opens. */
  @state() private heard = false;
  private conversation: Conversation | undefined;
  private reading: Reading | undefined;
  private follows = true;

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
    return html`<p role="status" class=${this.pace(room) === '' ? 'unseen' : 'pace'}>${this.pace(room)}</p>
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
      ${this.newAbove
        ? html`<button type="button" class="button newer" @click=${this.toNew}>${words.room.toNew}</button>`
        : nothing}
      ${this.newer
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

  private pace({ state, slowModeSeconds }: Pick<Room, 'state' | 'slowModeSeconds'>): string {
    return `${state === 'open' ? '' : words.room.states[state]} ${slowWords({ slowModeSeconds })}`.trim();
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
          this.log?.focus({ preventScroll: true });
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

  private readonly leave = (): Promise<void> =>
    this.doing(async () => {
      this.leaving.close();
      await rooms.leave(this.room?.id ?? '');
      Router.go('/rooms');
    });

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
    this.follows = true;
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
      this.newer = !this.follows;
      announcer.say(arrivedWords(arrived), (count) => fill(words.room.arrivedMany, { count }));
    }
    if (notSent !== undefined) {
      announcer.say(words.room.notSent);
    }
    if (notSent?.failure?.code === 'muted-in-room') {
      void this.readAnew();
    }
    if (waiting?.goesAt !== undefined) {
      const time = span(Math.ceil((waiting.goesAt - Date.now()) / 1_000));
      announcer.say(`${words.hosting.waiting} ${fill(words.hosting.waitingFor, { time })}`);
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
    if (this.log !== null) {
      this.follows = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < AT_END;
      this.newer = this.newer && !this.follows;
      this.look();
      this.seen();
    }
  };

  private readonly openAround = async (seq: number): Promise<void> => {
    this.past = await Past.around(this.room?.id ?? '', seq);
    await this.settled();
    this.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
    this.querySelector(`#message-${seq}`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  };

  private readonly openDay = async (at: string): Promise<void> => {
    this.past = await Past.since(this.room?.id ?? '', at);
    await this.settled();
    this.querySelector<HTMLElement>('.log')?.focus();
  };

  private readonly olderPast = (): Promise<void> =>
    this.doing(async () => {
      const log = this.querySelector('.log');
      const toEnd = (log?.scrollHeight ?? 0) - (log?.scrollTop ?? 0);
      await this.past?.loadOlder();
      this.requestUpdate();
      await this.settled();
      log?.scrollTo({ top: log.scrollHeight - toEnd, behavior: 'instant' });
    });

  private readonly newerPast = (): Promise<void> =>
    this.doing(async () => {
      await this.past?.loadNewer();
      this.requestUpdate();
    });

  private readonly toNow = async (): Promise<void> => {
    this.past = undefined;
    this.follows = true;
    this.newer = false;
    await this.settled();
    this.log?.focus();
  };

  private readonly toNew = (): void => {
    this.follows = false;
    const line = this.querySelector<HTMLElement>('.since');
    line?.scrollIntoView({ block: 'start', behavior: 'instant' });
    line?.focus({ preventScroll: true });
  };

  private look(): void {
    const line = this.querySelector('.since');
    this.newAbove = line !== null && this.log !== null && line.getBoundingClientRect().top < this.log.getBoundingClientRect().top;
  }

  private readonly seen = (): void => {
    if (this.follows && this.past === undefined && this.conversation?.loaded === true) {
      this.reading?.seen(this.conversation.newest);
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
    this.seen();
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

function slowWords({ slowModeSeconds }: Pick<Room, 'slowModeSeconds'>): string {
  return slowModeSeconds > 0 ? fill(words.hosting.slow, { time: span(slowModeSeconds) }) : '';
}

function lineOf(item: Exclude<Item, Message>): string {
  if (item.type === 'session') {
    return sessionLine(item);
  }
  if (item.type === 'hostsChanged') {
    return words.room.hostsChanged;
  }
  return `${fill(words.room.changed, { name: item.name })} ${words.room.states[item.state]} ${slowWords(item)}`;
}

function arrivedWords(message: Message): string {
  const author = message.author?.handle ?? words.room.somebody;
  if (message.announcement === true && message.contentNote === undefined) {
    return fill(words.room.announced, { author, text: message.text ?? '' });
  }
  return message.contentNote === undefined
    ? fill(words.room.arrived, { author, text: message.text ?? '' })
    : fill(words.room.arrivedNote, { author, note: message.contentNote });
}
