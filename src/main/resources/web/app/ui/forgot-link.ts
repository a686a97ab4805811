import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { site } from '../client/api.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';

/** The way back by a letter, where this Haven sends any. Nobody has to wait for it, or to hear when that is not known. */
@customElement('haven-forgot-link')
export class ForgotLink extends HavenElement {
  @state() private mail = false;

  override connectedCallback(): void {
    super.connectedCallback();
    site
      .settings()
      .then(({ mail }) => (this.mail = mail))
      .catch(() => undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.mail ? html`<p><a href="/forgot">${words.forgot.link}</a></p>` : nothing;
  }
}
