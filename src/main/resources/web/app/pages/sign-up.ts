import { Router } from '@vaadin/router';
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, guidelines } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { FieldError } from '../client/types.js';
import { textField, tickField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import '../ui/password-field.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/recovery-codes.js';
import { words } from '../words.js';

/** Problems of one field have a code of their own; they belong next to that field. */
const FIELD_OF: Record<string, 'handle' | 'password'> = {
  'handle-taken': 'handle',
  'handle-not-possible': 'handle',
  'password-too-short': 'password',
  'password-too-common': 'password',
};

@customElement('haven-sign-up')
export class SignUp extends Page {
  @state() private handle = '';
  @state() private password = '';
  @state() private agreed = false;
  @state() private adult = false;
  @state() private codes: string[] | undefined;
  private version = '';

  protected get heading(): string {
    return this.codes === undefined ? words.signUp.title : words.recoveryCodes.title;
  }

  protected override async load(): Promise<void> {
    this.version = (await guidelines.read()).version;
  }

  protected content(): TemplateResult {
    return this.codes === undefined
      ? this.form()
      : html`${problemBox(this.problem)}
          <haven-recovery-codes .codes=${this.codes} .kept=${() => Router.go('/rooms')}></haven-recovery-codes>`;
  }

  private form(): TemplateResult {
    return html`<p class="lead">${words.signUp.lead}</p>
      <form class="form" novalidate @submit=${this.submit}>
        ${problemBox(this.problem)}
        ${textField({
          name: 'handle',
          label: words.signUp.handle,
          hint: words.signUp.handleHint,
          autocomplete: 'username',
          value: this.handle,
          error: this.errorOf('handle'),
          change: (value) => (this.handle = value),
        })}
        <haven-password
          fresh
          .value=${this.password}
          .error=${this.errorOf('password')}
          .change=${(value: string) => (this.password = value)}
        ></haven-password>
        <p class="hint">${words.signUp.recovery}</p>
        ${this.ticks()}
        <div class="actions"><button class="button strong-button">${words.signUp.submit}</button></div>
      </form>
      <p>${words.signUp.haveAccount} <a href="/sign-in">${words.site.signIn}</a></p>`;
  }

  private ticks(): TemplateResult {
    const label = html`${words.signUp.agreeBefore}
      <a href="/guidelines" target="_blank">${words.signUp.agreeLink}</a> ${words.signUp.agreeAfter}`;
    return html`${tickField({
      name: 'guidelinesVersion',
      label,
      checked: this.agreed,
      error: this.problem?.field('guidelinesVersion'),
      change: (checked) => (this.agreed = checked),
    })}
    ${tickField({
      name: 'adult',
      label: words.signUp.adult,
      checked: this.adult,
      error: this.problem?.field('adult'),
      change: (checked) => (this.adult = checked),
    })}`;
  }

  private errorOf(field: 'handle' | 'password'): string | undefined {
    const problem = this.problem;
    const isWhole = problem !== undefined && FIELD_OF[problem.code] === field;
    return problem?.field(field) ?? (isWhole ? `${problem.title} ${problem.next}` : undefined);
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      this.checkTicks();
      const codes = await accounts.signUp(this.handle, this.password, this.version);
      try {
        await accounts.signIn(this.handle, this.password);
      } finally {
        // Whatever became of the sign-in: nobody can show them again.
        this.codes = codes;
      }
      await this.toHeading();
    });
  };

  // Both are sent as "yes" and nothing else, so the page has to ask.
  private checkTicks(): void {
    const missing: FieldError[] = [];
    if (!this.agreed) {
      missing.push({ field: 'guidelinesVersion', reason: 'missing', message: words.signUp.agreeMissing });
    }
    if (!this.adult) {
      missing.push({ field: 'adult', reason: 'missing', message: words.signUp.adultMissing });
    }
    if (missing.length > 0) {
      const { title, next } = words.errors.codes.invalid;
      throw new Problem('invalid', title, next, 0, missing);
    }
  }
}
