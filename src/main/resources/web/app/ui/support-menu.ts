import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { SUPPORT_KINDS, type SupportKind } from '../client/types.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';

/** That people are with the author of a message, and a way to be one of them. Nothing here is ever counted. */
@customElement('haven-support')
export class SupportMenu extends HavenElement {
  @property() author = '';
  @property({ attribute: false }) given: readonly SupportKind[] = [];
  @property({ attribute: false }) own: readonly SupportKind[] = [];
  /** Whether this person can give something; what they gave they can always take back. */
  @property({ type: Boolean }) possible = false;
  @property({ attribute: false }) change: (kind: SupportKind, given: boolean) => void = () => undefined;
  @query('[aria-expanded]') private opener!: HTMLElement | null;
  @state() private open = false;

  protected override render(): TemplateResult {
    return html`<div class="support" @keydown=${this.keyed}>
      ${this.given.length === 0
        ? nothing
        : html`<ul aria-label=${fill(words.support.here, { author: this.author })}>
            ${SUPPORT_KINDS.filter((kind) => this.given.includes(kind)).map((kind) => this.mark(kind))}
          </ul>`}
      ${this.possible || this.own.length > 0 ? this.menu() : nothing}
    </div>`;
  }

  private mark(kind: SupportKind): TemplateResult {
    const mine = this.own.includes(kind) ? html` <span class="quiet">(${words.support.yours})</span>` : nothing;
    return html`<li class="need">${words.support.kinds[kind]}${mine}</li>`;
  }

  private menu(): TemplateResult {
    return html`<button
        type="button"
        class="button quiet-button"
        aria-expanded=${this.open}
        aria-label=${fill(words.support.openNamed, { author: this.author })}
        @click=${() => (this.open = !this.open)}
      >
        ${words.support.open}
      </button>
      ${this.open
        ? html`<div class="support-kinds" role="group" aria-label=${fill(words.support.openNamed, { author: this.author })}>
            ${SUPPORT_KINDS.filter((kind) => this.possible || this.own.includes(kind)).map((kind) => this.toggle(kind))}
            <p class="hint">${words.support.hint}</p>
          </div>`
        : nothing}`;
  }

  private toggle(kind: SupportKind): TemplateResult {
    const given = this.own.includes(kind);
    return html`<button type="button" class="button" aria-pressed=${given} @click=${() => this.change(kind, !given)}>
      ${words.support.kinds[kind]}
    </button>`;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.open) {
      this.open = false;
      this.opener?.focus();
    }
  };
}
