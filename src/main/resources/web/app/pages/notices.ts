import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { notices } from '../client/api.js';
import { live } from '../client/live.js';
import type { RoomNotice } from '../client/types.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { day, fill, time, words } from '../words.js';

/** What somebody was told, for themselves alone. Having been here is having read them. */
@customElement('haven-notices')
export class NoticesPage extends Page {
  @state() private list: RoomNotice[] = [];
  @state() private next: string | undefined;

  protected get heading(): string {
    return words.inbox.title;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('told', this.told);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('told', this.told);
  }

  protected override async load(): Promise<void> {
    await this.loadMore();
    await this.seen();
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.inbox.lead}</p>
      ${problemBox(this.problem)} ${this.list.length === 0 ? html`<p>${words.inbox.empty}</p>` : nothing}
      <ul class="cards">
        ${this.list.map((notice) => this.card(notice))}
      </ul>
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.more}>${words.site.more}</button></p>`}`;
  }

  private card(notice: RoomNotice): TemplateResult {
    const { title, rule, ruleTitle, reason, until, next, at, room } = notice;
    return html`<li class="card">
      <h2>${title}${notice.read ? nothing : html` <span class="fresh">${words.inbox.fresh}</span>`}</h2>
      <p class="quiet">${day(at)}, ${time(at)}</p>
      ${reason === undefined ? nothing : html`<blockquote>${reason}</blockquote>`}
      ${rule === undefined ? nothing : html`<p>${fill(words.inbox.rule, { rule, title: ruleTitle ?? '' })}</p>`}
      ${until === undefined ? nothing : html`<p>${fill(words.inbox.time, { day: day(until), time: time(until) })}</p>`}
      <p>${next}</p>
      <p class="actions">
        <a class="button" href="/rooms/${room}" aria-label=${fill(words.inbox.toRoomNamed, { title })}>${words.inbox.toRoom}</a>
        <button
          type="button"
          class="button quiet-button"
          aria-label=${fill(words.inbox.letGoNamed, { title })}
          @click=${() => this.letGo(notice)}
        >
          ${words.inbox.letGo}
        </button>
      </p>
    </li>`;
  }

  // The card that was pressed is gone afterwards; whoever uses a keyboard goes on from the top.
  private letGo({ id }: RoomNotice): Promise<void> {
    return this.doing(async () => {
      await notices.letGo(id);
      this.list = this.list.filter((notice) => notice.id !== id);
      this.querySelector<HTMLElement>('h1')?.focus();
    });
  }

  private readonly more = (): Promise<void> => this.doing(() => this.loadMore());

  private readonly told = ({ detail }: CustomEvent<RoomNotice>): void => {
    this.list = [detail, ...this.list];
    void this.doing(() => this.seen());
  };

  private async loadMore(): Promise<void> {
    const page = await notices.list(this.next);
    this.list = [...this.list, ...page.items];
    this.next = page.next ?? undefined;
  }

  private async seen(): Promise<void> {
    const newest = this.list[0];
    if (newest !== undefined && !newest.read) {
      await notices.markRead(newest.at);
    }
  }
}
