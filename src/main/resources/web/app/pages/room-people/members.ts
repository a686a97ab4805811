import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { roomDesk } from '../../client/api.js';
import { session } from '../../client/session.js';
import type { RoomMember } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import type { GroundsDialog } from '../../ui/grounds-dialog.js';
import { problemBox } from '../../ui/problem-box.js';
import { day, fill, words } from '../../words.js';

/** Who is in the room, and taking somebody out of it with a rule and a reason. */
@customElement('haven-room-members')
export class RoomMembers extends Acting {
  @property({ attribute: false }) room = '';
  @property({ attribute: false }) grounds!: () => GroundsDialog;
  @query('h2') private heading!: HTMLElement;
  @state() private list: RoomMember[] = [];
  @state() private next: string | undefined;
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(() => this.load());
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="members-title">
      <h2 id="members-title" tabindex="-1">${words.roomPeople.members.title}</h2>
      ${problemBox(this.problem)}
      <p role="status">${this.said}</p>
      <ul class="people">
        ${this.list.map((one) => this.row(one))}
      </ul>
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.more}>${words.site.more}</button></p>`}
    </section>`;
  }

  private row(one: RoomMember): TemplateResult {
    const since = fill(one.host ? words.roomPeople.members.host : words.roomPeople.members.since, { day: day(one.joinedAt) });
    return html`<li>
      <span><strong>${one.handle}</strong> <span class="quiet">${since}</span></span>
      ${this.mayRemove(one)
        ? html`<button
            type="button"
            class="button quiet-button"
            aria-label=${fill(words.roomPeople.members.removeNamed, { handle: one.handle })}
            @click=${() => this.takeOut(one)}
          >
            ${words.roomPeople.members.remove}
          </button>`
        : nothing}
    </li>`;
  }

  private mayRemove(one: RoomMember): boolean {
    return one.id !== session.person?.id && (session.isStaff || !one.host);
  }

  private takeOut(one: RoomMember): void {
    this.said = '';
    void this.grounds().forTakingOut(async (grounds) => {
      await roomDesk.remove(this.room, one.id, grounds);
      this.list = this.list.filter((other) => other.id !== one.id);
      this.said = fill(words.roomPeople.members.removed, { handle: one.handle });
      await this.updateComplete;
      this.heading.focus();
    });
  }

  private async load(): Promise<void> {
    const page = await roomDesk.members(this.room, this.next);
    this.list = [...this.list, ...page.items];
    this.next = page.next ?? undefined;
  }

  private readonly more = (): Promise<void> => this.doing(() => this.load());
}
