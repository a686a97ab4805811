import { Router } from '@vaadin/router';
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownData } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { session } from '../client/session.js';
import type { Afterwards, Erasure } from '../client/types.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';
import { problemBox } from './problem-box.js';

/** Leaving for good: first what that means, then how, then once more whether. */
@customElement('haven-erasure')
export class ErasureBox extends HavenElement {
  @property({ attribute: false }) erasure!: Erasure;
  @property({ attribute: false }) asked: () => Promise<void> = () => Promise.resolve();
  @state() private messages: Afterwards = 'line';
  @state() private now = false;
  @state() private isSure = false;
  @state() private busy = false;
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="erasure-title">
      <h2 id="erasure-title" tabindex="-1">${this.isSure ? words.erasure.sureTitle : words.erasure.title}</h2>
      ${problemBox(this.problem)}${this.isSure ? this.lastStep() : this.firstStep()}
    </section>`;
  }

  private firstStep(): TemplateResult {
    const { goes, stays } = this.erasure.statement;
    return html`<p>${words.erasure.lead}</p>
      <h3>${words.erasure.goes}</h3>
      <ul>
        ${goes.map((what) => html`<li>${what}</li>`)}
      </ul>
      <h3>${words.erasure.stays}</h3>
      <ul>
        ${stays.map(({ what, why }) => html`<li>${what} <span class="quiet">${why}</span></li>`)}
      </ul>
      <form class="form" novalidate @submit=${this.goOn}>
        <fieldset class="field">
          <legend>${words.erasure.messages}</legend>
          ${this.choice('messages', 'line', words.erasure.lineChoice, this.messages === 'line', () => (this.messages = 'line'))}
          ${this.choice('messages', 'go', words.erasure.goChoice, this.messages === 'go', () => (this.messages = 'go'))}
        </fieldset>
        <fieldset class="field">
          <legend>${words.erasure.when}</legend>
          ${this.choice('when', 'later', this.later, !this.now, () => (this.now = false))}
          ${this.choice('when', 'now', words.erasure.nowChoice, this.now, () => (this.now = true))}
        </fieldset>
        <div class="actions"><button class="button">${words.erasure.goOn}</button></div>
      </form>`;
  }

  private choice(name: string, value: string, label: string, checked: boolean, choose: () => void): TemplateResult {
    const id = `erasure-${name}-${value}`;
    return html`<div class="tick">
      <input type="radio" id=${id} name="erasure-${name}" value=${value} .checked=${checked} @change=${choose} />
      <label for=${id}>${label}</label>
    </div>`;
  }

  private lastStep(): TemplateResult {
    return html`<p>${this.now ? words.erasure.sureNow : this.later}</p>
      <p>${this.messages === 'line' ? words.erasure.line : words.erasure.go}</p>
      <p class="actions">
        <button type="button" class="button" aria-disabled=${this.busy} @click=${this.ask}>${words.erasure.erase}</button>
        <button type="button" class="button" @click=${this.goBack}>${words.erasure.keep}</button>
      </p>`;
  }

  private get later(): string {
    return fill(words.erasure.laterChoice, { days: this.erasure.coolingOffDays });
  }

  private readonly goOn = (event: Event): void => {
    event.preventDefault();
    void this.step(true);
  };

  private readonly goBack = (): void => void this.step(false);

  private async step(isSure: boolean): Promise<void> {
    this.isSure = isSure;
    this.problem = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  private readonly ask = async (): Promise<void> => {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await ownData.erase(this.messages, this.now);
      await this.done();
    } catch (failure) {
      this.problem = Problem.from(failure);
    } finally {
      this.busy = false;
    }
  };

  private async done(): Promise<void> {
    if (this.now) {
      session.end();
      session.leaving(false);
      Router.go('/goodbye');
    } else {
      await this.asked();
    }
  }
}
