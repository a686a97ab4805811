import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { email } from '../client/api.js';
import { textField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

@customElement('haven-forgot')
export class Forgot extends Page {
  @state() private handle = '';
  @state() private sent = false;

  protected get heading(): string {
    return this.sent ? words.forgot.sentTitle : words.forgot.title;
  }

  protected content(): TemplateResult {
    return html`${this.sent ? this.afterwards() : this.form()}
      <p><a href="/recover">${words.forgot.byCode}</a></p>
      <p>${words.recover.remembered} <a href="/sign-in">${words.site.signIn}</a></p>`;
  }

  private form(): TemplateResult {
    return html`<p class="lead">${words.forgot.lead}</p>
      <form class="form" novalidate @submit=${this.submit}>
        ${problemBox(this.problem)}
        ${textField({
          name: 'handle',
          label: words.signUp.handle,
          autocomplete: 'username',
          value: this.handle,
          error: this.problem?.field('handle'),
          change: (value) => (this.handle = value),
        })}
        <div class="actions"><button class="button strong-button">${words.forgot.submit}</button></div>
      </form>`;
  }

  private afterwards(): TemplateResult {
    return html`<p class="lead">${words.forgot.sent}</p>
      <p>${words.forgot.patience}</p>`;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await email.forgot(this.handle);
      this.sent = true;
      await this.toHeading();
    });
  };
}
