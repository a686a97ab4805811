import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../client/problem.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';
import { textField } from './fields.js';

/** The code of a second factor: the six digits of an app, or a recovery code for those who do not have it at hand. */
@customElement('haven-code')
export class CodeField extends HavenElement {
  @property() name = 'code';
  @property() value = '';
  @property() error: string | undefined;
  /** A new app is confirmed by its own code alone. */
  @property({ type: Boolean }) fresh = false;
  @property({ attribute: false }) change: (value: string) => void = () => undefined;
  @state() private recovery = false;

  protected override render(): TemplateResult {
    return html`${textField({
      name: this.name,
      label: this.recovery ? words.recover.code : words.code.label,
      hint: this.recovery ? words.recover.codeHint : words.code.hint,
      autocomplete: this.recovery ? 'off' : 'one-time-code',
      inputmode: this.recovery ? 'text' : 'numeric',
      value: this.value,
      error: this.error,
      change: (value) => this.change(value),
    })}
    ${this.fresh ? nothing : this.toggle()}`;
  }

  private toggle(): TemplateResult {
    return html`<p>
      <button type="button" class="button quiet-button" @click=${this.switch}>
        ${this.recovery ? words.code.app : words.code.recovery}
      </button>
    </p>`;
  }

  private readonly switch = async (): Promise<void> => {
    this.recovery = !this.recovery;
    this.change('');
    await this.updateComplete;
    this.querySelector('input')?.focus();
  };
}

/** What is wrong with a code; that it does not fit belongs next to its field. */
export function codeProblem(problem: Problem | undefined): string | undefined {
  const isWrong = problem?.code === 'second-factor-wrong';
  return problem?.field('code') ?? (isWrong ? `${problem.title} ${problem.next}` : undefined);
}
