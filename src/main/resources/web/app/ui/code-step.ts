import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { accounts } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import './code-field.js';
import { codeProblem } from './code-field.js';
import { problemBox } from './problem-box.js';

/** The second step of a sign-in, once the password was right. */
@customElement('haven-code-step')
export class CodeStep extends Acting {
  @property() handle = '';
  @property() password = '';
  @property({ attribute: false }) done: () => void = () => undefined;
  @property({ attribute: false }) back: () => void = () => undefined;
  @state() private code = '';

  protected override firstUpdated(): void {
    // The field is an element of its own and draws itself a moment later.
    requestAnimationFrame(() => this.querySelector('input')?.focus());
  }

  protected override render(): TemplateResult {
    const error = codeProblem(this.problem);
    return html`<p class="lead">${words.signIn.code}</p>
      <form class="form" novalidate @submit=${this.submit}>
        ${problemBox(error === undefined ? this.problem : undefined)}
        <haven-code .value=${this.code} .error=${error} .change=${(value: string) => (this.code = value)}></haven-code>
        <div class="actions">
          <button class="button strong-button">${words.signIn.submit}</button>
          <button type="button" class="button" @click=${this.back}>${words.signIn.back}</button>
        </div>
      </form>`;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await accounts.signIn(this.handle, this.password, this.code);
      this.done();
    });
  };
}

/** Signs in; true when a code is asked for before that. */
export async function signInAsksCode(handle: string, password: string): Promise<boolean> {
  try {
    await accounts.signIn(handle, password);
    return false;
  } catch (failure) {
    if (failure instanceof Problem && failure.code === 'second-factor-needed') {
      return true;
    }
    throw failure;
  }
}
