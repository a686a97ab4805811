import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../client/problem.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';
import { textField } from './fields.js';
import './passphrase.js';

const LEAST = 15;
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

  protected override render(): TemplateResult {
    return html`${textField({
      name: this.name,
      label: this.label,
      hint: this.fresh ? words.signUp.passwordHint : this.hint,
      type: this.shown ? 'text' : 'password',
      autocomplete: this.fresh ? 'new-password' : 'current-password',
      value: this.value,
      error: this.error,
      change: (value) => this.change(value),
      after: this.toggle(),
    })}
    ${this.fresh
      ? html`<p class="hint" role="status">${lengthWords(this.value)}</p>
          <haven-passphrase .use=${this.take}></haven-passphrase>`
      : nothing}`;
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
function lengthWords(password: string): string {
  const characters = [...password];
  const missing = LEAST - characters.length;
  if (characters.length === 0) {
    return '';
  }
  if (missing > 0) {
    return missing === 1 ? words.signUp.passwordOneShort : fill(words.signUp.passwordShort, { missing });
  }
  return new Set(characters).size < VARIED ? words.signUp.passwordVaried : words.signUp.passwordOk;
}
