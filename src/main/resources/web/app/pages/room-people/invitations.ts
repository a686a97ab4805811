import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { roomDesk } from '../../client/api.js';
import type { RoomInvitation } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { textField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { day, fill, words } from '../../words.js';

const NEW = { uses: '1', days: '7', note: '' };
const MOST = { uses: 50, days: 30 };

/** Inviting people into the room, and seeing what became of it. */
@customElement('haven-room-invitations')
export class RoomInvitations extends Acting {
  @property({ attribute: false }) room = '';
  @query('h2') private heading!: HTMLElement;
  @state() private list: RoomInvitation[] = [];
  @state() private next: string | undefined;
  @state() private form = NEW;
  @state() private code = '';
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(() => this.load());
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="invitations-title">
      <h2 id="invitations-title" tabindex="-1">${words.invitations.title}</h2>
      <p>${words.roomPeople.invitations.lead}</p>
      ${problemBox(this.problem)} ${this.newForm()}${this.code === '' ? nothing : this.made()}
      <p role="status">${this.said}</p>
      <ul class="people">
        ${this.list.map((one) => this.row(one))}
      </ul>
      ${this.next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.more}>${words.site.more}</button></p>`}
    </section>`;
  }

  private newForm(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.make}>
      ${this.number('uses', words.invitations.uses)}${this.number('days', words.invitations.days)}
      ${textField({
        name: 'note',
        label: words.invitations.note,
        hint: words.roomPeople.invitations.noteHint,
        optional: true,
        value: this.form.note,
        error: this.problem?.field('note'),
        change: (note) => (this.form = { ...this.form, note }),
      })}
      <div class="actions"><button class="button">${words.invitations.make}</button></div>
    </form>`;
  }

  private number(name: 'uses' | 'days', label: string): TemplateResult {
    return textField({
      name,
      label,
      type: 'number',
      min: 1,
      max: MOST[name],
      value: this.form[name],
      error: this.problem?.field(name),
      change: (value) => (this.form = { ...this.form, [name]: value }),
    });
  }

  private made(): TemplateResult {
    const link = `${location.origin}/rooms/invited#${this.code}`;
    return html`<div class="notice codes">
      <h3 id="made-title" tabindex="-1">${words.invitations.madeTitle}</h3>
      <p>${words.invitations.madeLead}</p>
      <p><code>${this.code}</code></p>
      <p>${words.invitations.asLink} <code>${link}</code></p>
      ${'clipboard' in navigator
        ? html`<p><button type="button" class="button" @click=${() => this.copy(link)}>${words.invitations.copy}</button></p>`
        : nothing}
    </div>`;
  }

  private row(one: RoomInvitation): TemplateResult {
    const left = one.usesLeft === 1 ? words.invitations.oneLeft : fill(words.invitations.left, { left: one.usesLeft });
    const isOver = new Date(one.expiresAt) < new Date();
    const note = one.note ?? words.invitations.noNote;
    return html`<li>
      <span>
        <strong>${note}</strong>
        <span class="quiet">
          ${left} ${fill(isOver ? words.invitations.ended : words.invitations.ends, { day: day(one.expiresAt) })}
          ${fill(words.invitations.by, { maker: one.maker, day: day(one.createdAt) })}
        </span>
      </span>
      <button
        type="button"
        class="button quiet-button"
        aria-label=${fill(words.invitations.withdrawNamed, { note, day: day(one.createdAt) })}
        @click=${() => this.withdraw(one)}
      >
        ${words.invitations.withdraw}
      </button>
    </li>`;
  }

  private readonly make = (event: Event): Promise<void> => {
    event.preventDefault();
    this.said = '';
    this.code = '';
    return this.doing(async () => {
      const { uses, days, note } = this.form;
      const made = await roomDesk.invite(this.room, Number(uses), Number(days), note);
      this.code = made.code;
      this.form = NEW;
      this.list = [made.invitation, ...this.list];
      await this.updateComplete;
      this.querySelector<HTMLElement>('#made-title')?.focus();
    });
  };

  private withdraw(one: RoomInvitation): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      await roomDesk.withdraw(this.room, one.id);
      this.list = this.list.filter((other) => other.id !== one.id);
      this.said = words.invitations.withdrawn;
      await this.updateComplete;
      this.heading.focus();
    });
  }

  private async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.said = words.recoveryCodes.copied;
    } catch {
      this.said = words.invitations.notCopied;
    }
  }

  private async load(): Promise<void> {
    const page = await roomDesk.invitations(this.room, this.next);
    this.list = [...this.list, ...page.items];
    this.next = page.next ?? undefined;
  }

  private readonly more = (): Promise<void> => this.doing(() => this.load());
}
