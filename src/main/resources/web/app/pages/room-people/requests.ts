import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { roomDesk } from '../../client/api.js';
import { live } from '../../client/live.js';
import { Problem } from '../../client/problem.js';
import type { JoinRequest, RoomNotice } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import type { GroundsDialog } from '../../ui/grounds-dialog.js';
import { problemBox } from '../../ui/problem-box.js';
import { day, fill, time, words } from '../../words.js';

/** Who would like to come in: whoever waits for an answer, and whoever waits for a place. */
@customElement('haven-room-requests')
export class RoomRequests extends Acting {
  @property({ attribute: false }) room = '';
  @property({ attribute: false }) grounds!: () => GroundsDialog;
  @query('h2') private heading!: HTMLElement;
  @state() private list: JoinRequest[] = [];
  @state() private next: string | undefined;
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('told', this.told);
    void this.doing(() => this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('told', this.told);
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="requests-title">
      <h2 id="requests-title" tabindex="-1">${words.roomPeople.requests.title}</h2>
      ${problemBox(this.problem)}
      <p role="status">${this.said}</p>
      ${this.list.length === 0
        ? html`<p>${words.roomPeople.requests.empty}</p>`
        : html`<ul class="cards">
            ${this.list.map((one) => this.card(one))}
          </ul>`}
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.more}>${words.site.more}</button></p>`}
    </section>`;
  }

  private card(one: JoinRequest): TemplateResult {
    const at = { day: day(one.askedAt), time: time(one.askedAt) };
    return html`<li class="card">
      <h3>${one.handle}</h3>
      <p class="quiet">${fill(words.roomPeople.requests[one.state], at)}</p>
      ${one.note === undefined ? nothing : html`<p class="words">${one.note}</p>`}
      ${one.removal === undefined
        ? nothing
        : html`<p>${fill(words.roomPeople.requests.removed, { day: day(one.removal.at), rule: one.removal.rule })}</p>
            <blockquote>${one.removal.reason}</blockquote>`}
      ${one.state === 'asked' ? this.choice(one) : nothing}
    </li>`;
  }

  private choice(one: JoinRequest): TemplateResult {
    const handle = { handle: one.handle };
    return html`<p class="actions">
      <button
        type="button"
        class="button strong-button"
        aria-label=${fill(words.approvals.letInNamed, handle)}
        @click=${() => this.letIn(one)}
      >
        ${words.approvals.letIn}
      </button>
      <button
        type="button"
        class="button"
        aria-label=${fill(words.approvals.sayNoNamed, handle)}
        @click=${() => this.sayNo(one)}
      >
        ${words.approvals.sayNo}
      </button>
    </p>`;
  }

  private letIn(one: JoinRequest): Promise<void> {
    this.said = '';
    return this.doing(() => this.decide(one, () => roomDesk.approve(this.room, one.id), words.roomPeople.requests.letIn));
  }

  private sayNo(one: JoinRequest): void {
    this.said = '';
    this.grounds().forLifting('refuse', (reason) =>
      this.decide(one, () => roomDesk.refuse(this.room, one.id, reason), words.approvals.isRefused),
    );
  }

  /** Decided meanwhile by somebody else is decided as well: the list shows how it stands. */
  private async decide(one: JoinRequest, decision: () => Promise<void>, sentence: string): Promise<void> {
    try {
      await decision();
      this.said = fill(sentence, { handle: one.handle });
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code !== 'already-decided') {
        throw failure;
      }
      this.said = failure.title;
    }
    await this.load();
    await this.updateComplete;
    this.heading.focus();
  }

  private readonly told = ({ detail }: CustomEvent<RoomNotice>): void => {
    if (detail.room === this.room) {
      void this.doing(() => this.load());
    }
  };

  private async load(): Promise<void> {
    const page = await roomDesk.requests(this.room);
    this.list = page.items;
    this.next = page.next ?? undefined;
  }

  private readonly more = (): Promise<void> =>
    this.doing(async () => {
      const page = await roomDesk.requests(this.room, this.next);
      this.list = [...this.list, ...page.items];
      this.next = page.next ?? undefined;
    });
}
