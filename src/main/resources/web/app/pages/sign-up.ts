import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, guidelines, site } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { FieldError, NewAccount, Settings } from '../client/types.js';
import { Work } from '../client/work.js';
import { textField, tickField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import '../ui/password-field.js';
import { problemBox } from '../ui/problem-box.js';
import '../ui/recovery-codes.js';
import { words } from '../words.js';

type Marked = 'handle' | 'password' | 'invitation';

/** Problems of one field have a code of their own; they belong next to that field. */
const FIELD_OF: Record<string, Marked> = {
  'invitation-not-good': 'invitation',
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
  @state() private worked = 0;
  @state() private invitation = '';
  @state() private introduction = '';
  private version = '';
  private terms: Settings['signUp'] | undefined;
  private readonly work = new Work((share) => (this.worked = share));

  protected get heading(): string {
    return this.codes === undefined ? words.signUp.title : words.recoveryCodes.title;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.takeInvitation();
    window.addEventListener('hashchange', this.takeInvitation);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.takeInvitation);
    this.work.discard();
  }

  protected override async load(): Promise<void> {
    const [text, settings] = await Promise.all([guidelines.read(), site.settings()]);
    this.version = text.version;
    this.terms = settings.signUp;
    if (settings.signUp.proof) {
      this.work.begin();
    }
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
        ${problemBox(this.problem)}${this.terms?.mode === 'invitation' ? this.invitationField() : nothing}
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
        ${this.terms?.secondFactor === true ? html`<p class="hint">${words.signUp.secondFactor}</p>` : nothing}
        ${this.terms?.mode === 'approval' ? this.introductionField() : nothing} ${this.ticks()}
        ${this.terms?.proof === true ? this.progress() : nothing}
        <div class="actions"><button class="button strong-button">${words.signUp.submit}</button></div>
      </form>
      <p>${words.signUp.haveAccount} <a href="/sign-in">${words.site.signIn}</a></p>`;
  }

  private invitationField(): TemplateResult {
    return textField({
      name: 'invitation',
      label: words.signUp.invitation,
      hint: words.signUp.invitationHint,
      value: this.invitation,
      error: this.errorOf('invitation'),
      change: (value) => (this.invitation = value),
    });
  }

  private introductionField(): TemplateResult {
    return textField({
      name: 'introduction',
      label: words.signUp.introduction,
      hint: words.signUp.introductionHint,
      optional: true,
      rows: 4,
      value: this.introduction,
      error: this.problem?.field('introduction'),
      change: (value) => (this.introduction = value),
    });
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

  // Shown, and not read out on the way: only whoever has sent the form and waits for it wants to hear of it.
  private progress(): TemplateResult {
    const isDone = this.worked >= 1;
    return html`<div class="field work">
      <p class="hint" id="work-hint">${isDone ? words.signUp.workDone : words.signUp.work}</p>
      ${isDone ? nothing : html`<progress max="1" .value=${this.worked} aria-labelledby="work-hint"></progress>`}
      <p class="unseen" role="status">${this.busy && !isDone ? words.signUp.workWait : ''}</p>
    </div>`;
  }

  // Behind the # it went to no server; taken out of the address, it stays in no history either.
  private readonly takeInvitation = (): void => {
    if (location.hash !== '') {
      this.invitation = location.hash.slice(1);
      history.replaceState(history.state, '', location.pathname);
    }
  };

  private errorOf(field: Marked): string | undefined {
    const problem = this.problem;
    const isWhole = problem !== undefined && FIELD_OF[problem.code] === field;
    return problem?.field(field) ?? (isWhole ? `${problem.title} ${problem.next}` : undefined);
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      this.checkTicks();
      const codes = await this.join();
      try {
        await accounts.signIn(this.handle, this.password);
      } finally {
        // Whatever became of the sign-in: nobody can show them again.
        this.codes = codes;
      }
      await this.toHeading();
    });
  };

  private async join(): Promise<string[]> {
    try {
      return await this.send();
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'sign-up-proof-not-good') {
        return await this.send();
      }
      throw failure;
    }
  }

  private async send(): Promise<string[]> {
    const account = this.account();
    if (this.terms?.proof !== true) {
      return accounts.signUp(account);
    }
    const proof = await this.work.done();
    try {
      return await accounts.signUp({ ...account, proof });
    } catch (failure) {
      // Used up by this try; the next one begins while they look at what was wrong.
      this.work.discard();
      this.work.begin();
      throw failure;
    }
  }

  private account(): NewAccount {
    const account = { handle: this.handle, password: this.password, guidelinesVersion: this.version };
    switch (this.terms?.mode) {
      case 'invitation':
        return { ...account, invitation: this.invitation };
      case 'approval':
        return { ...account, introduction: this.introduction };
      default:
        return account;
    }
  }

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
