import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../ui/code-step.js';
import { signInAsksCode } from '../ui/code-step.js';
import { textField } from '../ui/fields.js';
import '../ui/forgot-link.js';
import { Page } from '../ui/page.js';
import '../ui/password-field.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

@customElement('haven-sign-in')
export class SignIn extends Page {
  /** Where to go on; set when a page asked for a signed-in person. */
  then = '';
  @state() private handle = '';
  @state() private password = '';
  @state() private asksCode = false;

  protected get heading(): string {
    return words.signIn.title;
  }

  protected content(): TemplateResult {
    return this.asksCode
      ? html`<haven-code-step
          .handle=${this.handle}
          .password=${this.password}
          .done=${this.goOn}
          .back=${() => (this.asksCode = false)}
        ></haven-code-step>`
      : this.passwordStep();
  }

  private passwordStep(): TemplateResult {
    return html`${this.then === '' ? nothing : html`<p class="lead">${words.signIn.needed}</p>`}
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
        <haven-password
          .value=${this.password}
          .error=${this.problem?.field('password')}
          .change=${(value: string) => (this.password = value)}
        ></haven-password>
        <div class="actions"><button class="button strong-button">${words.signIn.submit}</button></div>
      </form>
      <haven-forgot-link></haven-forgot-link>
      <p><a href="/recover">${words.signIn.cannot}</a></p>
      <p>${words.signIn.noAccount} <a href="/sign-up">${words.site.signUp}</a></p>`;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      this.asksCode = await signInAsksCode(this.handle, this.password);
      if (!this.asksCode) {
        this.goOn();
      }
    });
  };

  private readonly goOn = (): void => {
    Router.go(this.then === '' ? '/rooms' : this.then);
  };
}
