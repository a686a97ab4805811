import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { invitations, site } from '../client/api.js';
import { session } from '../client/session.js';
import type { Invitation } from '../client/types.js';
import { textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { day, fill, words } from '../words.js';

const NEW = { uses: '1', days: '14', note: '' };
const BY_STAFF = { uses: 500, days: 365 };
const BY_HOST = { uses: 10, days: 30 };

@customElement('haven-invitations')
export class Invitations extends Page {
  @state() private list: Invitation[] = [];
  @state() private next: string | undefined;
  @state() private form = NEW;
  @state() private code = '';
  @state() private said = '';
  @state() private needed = true;

  protected get heading(): string {
    return words.invitations.title;
  }

  protected override async load(): Promise<void> {
    const [page, settings] = await Promise.all([invitations.list(), site.settings()]);
    this.list = page.items;
    this.next = page.next ?? undefined;
    this.needed = settings.signUp.mode === 'invitation';
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.invitations.lead}</p>
      ${session.isStaff ? nothing : html`<p>${fill(words.invitations.asHost, BY_HOST)}</p>`}
      ${this.needed ? nothing : html`<p class="notice">${words.invitations.notNeeded}</p>`} ${problemBox(this.problem)}
      ${this.newForm()}${this.code === '' ? nothing : this.made()}
      <p role="status">${this.said}</p>
      <h2>${words.invitations.listTitle}</h2>
      ${this.list.length === 0
        ? html`<p>${words.invitations.empty}</p>`
        : html`<ul class="cards">
            ${this.list.map((one) => this.card(one))}
          </ul>`}
      ${this.next === undefined
        ? nothing
        : html`<p>
            <button type="button" class="button" @click=${this.more}>${words.site.more}</button>
          </p>`}`;
  }

  private newForm(): TemplateResult {
    const most = session.isStaff ? BY_STAFF : BY_HOST;
    return html`<form class="form" novalidate @submit=${this.make}>
      ${this.number('uses', words.invitations.uses, most.uses)}${this.number('days', words.invitations.days, most.days)}
      ${textField({
        name: 'note',
        label: words.invitations.note,
        hint: words.invitations.noteHint,
        optional: true,
        value: this.form.note,
        error: this.problem?.field('note'),
        change: (note) => (this.form = { ...this.form, note }),
      })}
      <div class="actions"><button class="button strong-button">${words.invitations.make}</button></div>
    </form>`;
  }

  private number(name: 'uses' | 'days', label: string, max: number): TemplateResult {
    return textField({
      name,
      label,
      type: 'number',
      min: 1,
      max,
      value: this.form[name],
      error: this.problem?.field(name),
      change: (value) => (this.form = { ...this.form, [name]: value }),
    });
  }

  private made(): TemplateResult {
    const link = `${location.origin}/sign-up#${this.code}`;
    return html`<section class="notice codes" aria-labelledby="made-title">
      <h2 id="made-title" tabindex="-1">${words.invitations.madeTitle}</h2>
      <p>${words.invitations.madeLead}</p>
      <p><code>${this.code}</code></p>
      <p>${words.invitations.asLink} <code>${link}</code></p>
      ${'clipboard' in navigator
        ? html`<p><button type="button" class="button" @click=${() => this.copy(link)}>${words.invitations.copy}</button></p>`
        : nothing}
    </section>`;
  }

  private card(one: Invitation): TemplateResult {
    const left = one.usesLeft === 1 ? words.invitations.oneLeft : fill(words.invitations.left, { left: one.usesLeft });
    const isOver = new Date(one.expiresAt) < new Date();
    const note = one.note ?? words.invitations.noNote;
    return html`<li class="card">
      <h3>${note}</h3>
      <p>
        ${left} ${fill(isOver ? words.invitations.ended : words.invitations.ends, { day: day(one.expiresAt) })}
        <span class="quiet">${fill(words.invitations.by, { maker: one.maker ?? words.invitations.gone, day: day(one.createdAt) })}</span>
      </p>
      <p class="actions">
        <button
          type="button"
          class="button"
          aria-label=${fill(words.invitations.withdrawNamed, { note, day: day(one.createdAt) })}
          @click=${() => this.withdraw(one)}
        >
          ${words.invitations.withdraw}
        </button>
      </p>
    </li>`;
  }

  private readonly make = (event: Event): Promise<void> => {
    event.preventDefault();
    this.said = '';
    this.code = '';
    return this.doing(async () => {
      const { uses, days, note } = this.form;
      const made = await invitations.make(Number(uses), Number(days), note);
      this.code = made.code;
      this.form = NEW;
      this.list = [made.invitation, ...this.list];
      await this.updateComplete;
      this.querySelector<HTMLElement>('#made-title')?.focus();
    });
  };

  private readonly more = (): Promise<void> =>
    this.doing(async () => {
      const page = await invitations.list(this.next);
      this.list = [...this.list, ...page.items];
      this.next = page.next ?? undefined;
    });

  private withdraw(one: Invitation): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      await invitations.withdraw(one.id);
      this.list = this.list.filter((other) => other.id !== one.id);
      this.said = words.invitations.withdrawn;
      await this.toHeading();
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
}
