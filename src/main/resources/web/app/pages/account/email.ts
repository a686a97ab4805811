import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { email, site } from '../../client/api.js';
import type { OwnEmail } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { textField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { fill, words } from '../../words.js';

/** The address that somebody may leave. Where this Haven sends no e-mail, there is nothing to see. */
@customElement('haven-email')
export class EmailCard extends Acting {
  @query('h2') private heading!: HTMLElement;
  @state() private own: OwnEmail | undefined;
  @state() private typed = '';
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(async () => {
      this.own = (await site.settings()).mail ? await email.own() : undefined;
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.own === undefined) {
      return this.problem === undefined ? nothing : html`${problemBox(this.problem)}`;
    }
    return html`<section aria-labelledby="email-title">
      <h2 id="email-title" tabindex="-1">${words.email.title}</h2>
      <p>${words.email.lead}</p>
      ${this.standing(this.own)} ${this.form(this.own)}
      <p role="status">${this.said}</p>
    </section>`;
  }

  private standing(own: OwnEmail): TemplateResult {
    return html`${own.email === undefined ? nothing : html`<p>${fill(words.email.confirmed, { email: own.email })}</p>`}
    ${own.pending === undefined ? nothing : html`<p>${fill(words.email.pending, { email: own.pending })}</p>`}`;
  }

  private form(own: OwnEmail): TemplateResult {
    const isThere = own.email !== undefined || own.pending !== undefined;
    return html`<form class="form" novalidate @submit=${this.ask}>
      ${problemBox(this.problem)}
      ${textField({
        name: 'email',
        label: isThere ? words.email.other : words.email.address,
        hint: words.email.hint,
        type: 'email',
        autocomplete: 'email',
        value: this.typed,
        error: this.problem?.field('email'),
        change: (value) => (this.typed = value),
      })}
      <div class="actions">
        <button class="button">${words.email.submit}</button>
        ${isThere
          ? html`<button type="button" class="button quiet-button" @click=${this.forget}>${words.email.remove}</button>`
          : nothing}
      </div>
    </form>`;
  }

  private readonly ask = (event: Event): Promise<void> => {
    event.preventDefault();
    this.said = '';
    return this.doing(async () => {
      this.own = await email.ask(this.typed);
      this.typed = '';
      this.said = this.own.pending === undefined ? '' : words.email.sent;
    });
  };

  /** The button goes away with what it removes; its place is taken by the heading. */
  private readonly forget = (): Promise<void> => {
    this.said = '';
    return this.doing(async () => {
      await email.remove();
      this.own = {};
      this.said = words.email.removed;
      await this.updateComplete;
      this.heading.focus();
    });
  };
}
