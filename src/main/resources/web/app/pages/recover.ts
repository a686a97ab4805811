import { Router } from '@vaadin/router';
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts } from '../client/api.js';
import '../ui/code-step.js';
import { signInAsksCode } from '../ui/code-step.js';
import { textField } from '../ui/fields.js';
import '../ui/forgot-link.js';
import { Page } from '../ui/page.js';
import '../ui/password-field.js';
import { passwordProblem } from '../ui/password-field.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

@customElement('haven-recover')
export class Recover extends Page {
  @state() private handle = '';
  @state() private code = '';
  @state() private password = '';
  @state() private asksCode = false;

  protected get heading(): string {
    return words.recover.title;
  }

  protected content(): TemplateResult {
    return this.asksCode
      ? html`<haven-code-step
          .handle=${this.handle}
          .password=${this.password}
          .done=${this.goOn}
          .back=${() => Router.go('/sign-in')}
        ></haven-code-step>`
      : this.passwordStep();
  }

  private passwordStep(): TemplateResult {
    return html`<p class="lead">${words.recover.lead}</p>
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
        ${textField({
          name: 'code',
          label: words.recover.code,
          hint: words.recover.codeHint,
          value: this.code,
          error: this.problem?.field('code'),
          change: (value) => (this.code = value),
        })}
        <haven-password
          fresh
          .label=${words.account.fresh}
          .value=${this.password}
          .error=${passwordProblem(this.problem, 'password')}
          .change=${(value: string) => (this.password = value)}
        ></haven-password>
        <div class="actions"><button class="button strong-button">${words.recover.submit}</button></div>
      </form>
      <haven-forgot-link></haven-forgot-link>
      <p class="hint">${words.recover.noCode}</p>
      <p>${words.recover.remembered} <a href="/sign-in">${words.site.signIn}</a></p>`;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await accounts.recover(this.handle, this.code, this.password);
      this.asksCode = await signInAsksCode(this.handle, this.password);
      if (!this.asksCode) {
        this.goOn();
      }
    });
  };

  private readonly goOn = (): void => {
    Router.go('/rooms');
  };
}
