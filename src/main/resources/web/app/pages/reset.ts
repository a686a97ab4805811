import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { email } from '../client/api.js';
import { LinkPage } from '../ui/link-page.js';
import '../ui/password-field.js';
import { passwordProblem } from '../ui/password-field.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

@customElement('haven-reset')
export class Reset extends LinkPage {
  @state() private password = '';
  @state() private done = false;

  protected get heading(): string {
    return this.done ? words.reset.doneTitle : words.reset.title;
  }

  protected content(): TemplateResult {
    if (this.done) {
      return html`<p class="lead">${words.reset.done}</p>
        <p><a href="/sign-in">${words.site.signIn}</a></p>`;
    }
    return this.token === ''
      ? html`<p class="lead">${words.reset.noLink}</p>
          ${anotherLink()}`
      : this.form();
  }

  private form(): TemplateResult {
    return html`<p class="lead">${words.reset.lead}</p>
      <form class="form" novalidate @submit=${this.submit}>
        ${problemBox(this.problem)} ${this.problem?.code === 'link-over' ? anotherLink() : nothing}
        <haven-password
          fresh
          .label=${words.account.fresh}
          .value=${this.password}
          .error=${passwordProblem(this.problem, 'password')}
          .change=${(value: string) => (this.password = value)}
        ></haven-password>
        <div class="actions"><button class="button strong-button">${words.reset.submit}</button></div>
      </form>`;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await email.reset(this.token, this.password);
      this.password = '';
      this.done = true;
      await this.toHeading();
    });
  };
}

function anotherLink(): TemplateResult {
  return html`<p><a href="/forgot">${words.reset.again}</a></p>`;
}
