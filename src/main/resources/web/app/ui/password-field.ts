import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { site } from '../client/api.js';
import type { Problem } from '../client/problem.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';
import { textField } from './fields.js';
import './passphrase.js';

const VARIED = 8;

/** A password that can be looked at while it is written, with a word on its length while a new one is chosen. */
@customElement('haven-password')
export class PasswordField extends HavenElement {
  @property() name = 'password';
  @property() label = words.signUp.password;
  @property() hint: string | undefined;
  @property() value = '';
  @property({ type: Boolean }) fresh = false;
  @property() error: string | undefined;
  @property({ attribute: false }) change: (value: string) => void = () => undefined;
  @state() private shown = false;
  /** Not known where the server does not answer; it will say what is missing. */
  @state() private minimum: number | undefined;

  protected override firstUpdated(): void {
    if (this.fresh) {
      site.settings().then(
        ({ signUp }) => (this.minimum = signUp.passwordMinimum),
        () => undefined,
      );
    }
  }

  protected override render(): TemplateResult {
    return html`${textField({
      name: this.name,
      label: this.label,
      hint: this.fresh ? this.freshHint() : this.hint,
      type: this.shown ? 'text' : 'password',
      autocomplete: this.fresh ? 'new-password' : 'current-password',
      value: this.value,
      error: this.error,
      change: (value) => this.change(value),
      after: this.toggle(),
    })}
    ${this.fresh
      ? html`<p class="hint" role="status">${lengthWords(this.value, this.minimum)}</p>
          <haven-passphrase .minimum=${this.minimum ?? 0} .use=${this.take}></haven-passphrase>`
      : nothing}`;
  }

  private freshHint(): string | undefined {
    return this.minimum === undefined ? undefined : fill(words.signUp.passwordHint, { minimum: this.minimum });
  }

  // Shown, so that they can learn it while they go on.
  private readonly take = (phrase: string): void => {
    this.shown = true;
    this.change(phrase);
    this.querySelector<HTMLElement>('input')?.focus();
  };

  private toggle(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => (this.shown = !this.shown)}>
      ${this.shown ? words.signUp.hide : words.signUp.show}
    </button>`;
  }
}

/** What is wrong with a password: some problems of it have a code of their own, and belong next to its field. */
export function passwordProblem(problem: Problem | undefined, field: string): string | undefined {
  const isWrong = problem?.code === 'password-wrong' && field !== 'fresh';
  return problem?.field(field) ?? (isWrong ? `${problem.title} ${problem.next}` : undefined);
}

// The server decides whether a password is good enough; this says only what can be said while typing.
function lengthWords(password: string, minimum: number | undefined): string {
  const characters = [...password];
  if (characters.length === 0 || minimum === undefined) {
    return '';
  }
  const missing = minimum - characters.length;
  if (missing > 0) {
    return missing === 1 ? words.signUp.passwordOneShort : fill(words.signUp.passwordShort, { missing });
  }
  return new Set(characters).size < VARIED ? words.signUp.passwordVaried : words.signUp.passwordOk;
}
