import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts } from '../client/api.js';
import { Page } from '../ui/page.js';
import './account/handle.js';
import './account/quiet-mutes.js';
import './account/second-factor.js';
import './account/sessions.js';
import './account/email.js';
import './account/standing.js';
import '../ui/password-field.js';
import './account/data.js';
import { passwordProblem } from '../ui/password-field.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/recovery-codes.js';
import { fill, words } from '../words.js';

type Form = 'password' | 'codes';

@customElement('haven-account')
export class Account extends Page {
  @state() private current = '';
  @state() private fresh = '';
  @state() private left = 0;
  @state() private codes: string[] | undefined;
  @state() private changed = '';
  @state() private sent: Form = 'password';

  protected get heading(): string {
    return this.codes === undefined ? words.account.title : words.recoveryCodes.title;
  }

  protected override async load(): Promise<void> {
    this.left = await accounts.recoveryCodesLeft();
  }

  protected content(): TemplateResult {
    return this.codes === undefined
      ? html`<haven-own-standing></haven-own-standing>
          ${this.passwordForm()}<haven-second-factor></haven-second-factor>${this.codesForm()}
          <haven-handle></haven-handle>
          <haven-email></haven-email>
          <haven-sessions></haven-sessions>
          <haven-quiet-mutes></haven-quiet-mutes>
          <haven-data-card></haven-data-card>`
      : html`<haven-recovery-codes .codes=${this.codes} .kept=${this.kept}></haven-recovery-codes>`;
  }

  private passwordForm(): TemplateResult {
    return html`<h2>${words.account.passwordTitle}</h2>
      <p>${words.account.passwordLead}</p>
      <form class="form" novalidate @submit=${this.change}>
        ${this.problemOf('password')}
        <haven-password
          .name=${'current'}
          .label=${words.account.current}
          .value=${this.current}
          .error=${this.errorOf('current')}
          .change=${(value: string) => (this.current = value)}
        ></haven-password>
        <haven-password
          fresh
          .name=${'fresh'}
          .label=${words.account.fresh}
          .value=${this.fresh}
          .error=${this.errorOf('fresh')}
          .change=${(value: string) => (this.fresh = value)}
        ></haven-password>
        <div class="actions"><button class="button strong-button">${words.account.change}</button></div>
        <p role="status">${this.changed}</p>
      </form>`;
  }

  private codesForm(): TemplateResult {
    const left = this.left === 1 ? words.account.oneCodeLeft : fill(words.account.codesLeft, { left: this.left });
    return html`<h2>${words.account.codesTitle}</h2>
      <p>${words.account.codesLead}</p>
      <p><strong>${this.left === 0 ? words.account.noCodesLeft : left}</strong></p>
      <form class="form" novalidate @submit=${this.renew}>
        ${this.problemOf('codes')}
        <p class="hint">${words.account.codesHint}</p>
        <div class="actions"><button class="button">${words.account.renew}</button></div>
      </form>`;
  }

  private problemOf(form: Form): ReturnType<typeof problemBox> {
    return problemBox(this.sent === form ? this.problem : undefined);
  }

  private errorOf(field: string): string | undefined {
    return this.sent === 'password' ? passwordProblem(this.problem, field) : undefined;
  }

  private readonly change = (event: Event): Promise<void> => {
    event.preventDefault();
    this.sent = 'password';
    this.changed = '';
    return this.doing(async () => {
      await accounts.changePassword(this.current, this.fresh);
      this.current = '';
      this.fresh = '';
      this.changed = words.account.changed;
    });
  };

  private readonly renew = (event: Event): Promise<void> => {
    event.preventDefault();
    this.sent = 'codes';
    return this.doing(async () => {
      this.codes = await accounts.renewRecoveryCodes();
      await this.toHeading();
    });
  };

  private readonly kept = async (): Promise<void> => {
    this.codes = undefined;
    await this.reload();
    await this.toHeading();
  };
}
