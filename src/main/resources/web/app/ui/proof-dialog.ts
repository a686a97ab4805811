import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { accounts, secondFactor } from '../client/api.js';
import { type ProofAsked, proofs } from '../client/proofs.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import './code-field.js';
import { codeProblem } from './code-field.js';
import './password-field.js';
import { passwordProblem } from './password-field.js';
import { problemBox } from './problem-box.js';

/** Asks people to show that it is them, whatever they were about to do; that goes on afterwards. */
@customElement('haven-proof')
export class ProofDialog extends Acting {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private way: 'password' | 'code' = 'password';
  @state() private mayChoose = false;
  @state() private typed = '';
  private isProven = false;
  private answer: (proven: boolean) => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    proofs.answeredBy((asked) => this.ask(asked));
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog" aria-labelledby="proof-title" @close=${this.closed}>
      <h2 id="proof-title">${words.proof.title}</h2>
      <p>${this.way === 'code' ? words.proof.codeLead : words.proof.passwordLead}</p>
      <form novalidate @submit=${this.submit}>
        ${problemBox(this.fieldError() === undefined ? this.problem : undefined)}
        ${this.way === 'code' ? this.codeField() : this.passwordField()}
        <div class="actions">
          <button class="button strong-button">${words.proof.submit}</button>
          <button type="button" class="button" @click=${this.cancel}>${words.site.cancel}</button>
          ${this.mayChoose ? this.otherWay() : nothing}
        </div>
      </form>
    </dialog>`;
  }

  private passwordField(): TemplateResult {
    return html`<haven-password
      .name=${'proof-password'}
      .label=${words.proof.password}
      .value=${this.typed}
      .error=${this.fieldError()}
      .change=${this.type}
    ></haven-password>`;
  }

  private codeField(): TemplateResult {
    return html`<haven-code
      .name=${'proof-code'}
      .value=${this.typed}
      .error=${this.fieldError()}
      .change=${this.type}
    ></haven-code>`;
  }

  private otherWay(): TemplateResult {
    return html`<button type="button" class="button quiet-button" @click=${this.switch}>
      ${this.way === 'code' ? words.proof.byPassword : words.proof.byCode}
    </button>`;
  }

  private fieldError(): string | undefined {
    return this.way === 'code' ? codeProblem(this.problem) : passwordProblem(this.problem, 'password');
  }

  private async ask(asked: ProofAsked): Promise<boolean> {
    const needsCode = asked === 'second-factor-needed';
    const { on } = await secondFactor.state();
    if (needsCode && !on) {
      this.toSetUp();
      return false;
    }
    this.way = needsCode ? 'code' : 'password';
    this.mayChoose = on && !needsCode;
    this.isProven = false;
    this.type('');
    this.problem = undefined;
    await this.updateComplete;
    this.dialog.showModal();
    return new Promise((resolve) => (this.answer = resolve));
  }

  /** Whoever has nothing to show yet is led to where they set it up. */
  private toSetUp(): void {
    const card = document.getElementById('second-factor-title');
    if (card === null) {
      Router.go('/account');
    } else {
      card.focus();
    }
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await accounts.prove(this.way === 'code' ? { code: this.typed } : { password: this.typed });
      this.isProven = true;
      this.dialog.close();
    });
  };

  private readonly type = (value: string): void => {
    this.typed = value;
  };

  private readonly switch = (): void => {
    this.way = this.way === 'code' ? 'password' : 'code';
    this.type('');
    this.problem = undefined;
  };

  private readonly cancel = (): void => this.dialog.close();

  private readonly closed = (): void => {
    this.type('');
    this.answer(this.isProven);
  };
}
