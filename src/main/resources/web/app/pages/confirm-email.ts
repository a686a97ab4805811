import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { email } from '../client/api.js';
import { LinkPage } from '../ui/link-page.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

/** Asks before it confirms: programs that look into links for their owners shall not say yes for them. */
@customElement('haven-confirm-email')
export class ConfirmEmail extends LinkPage {
  @state() private done = false;

  protected get heading(): string {
    return words.confirmEmail.title;
  }

  protected content(): TemplateResult {
    if (this.done) {
      return html`<p role="status">${words.confirmEmail.done}</p>
        <p><a href="/account">${words.account.link}</a></p>`;
    }
    return this.token === ''
      ? html`<p class="lead">${words.confirmEmail.noLink}</p>
          <p><a href="/account">${words.account.link}</a></p>`
      : html`<p class="lead">${words.confirmEmail.lead}</p>
          ${problemBox(this.problem)}
          <p class="actions">
            <button type="button" class="button strong-button" @click=${this.confirm}>${words.confirmEmail.submit}</button>
          </p>`;
  }

  private readonly confirm = (): Promise<void> =>
    this.doing(async () => {
      await email.confirm(this.token);
      this.done = true;
      await this.toHeading();
    });
}
