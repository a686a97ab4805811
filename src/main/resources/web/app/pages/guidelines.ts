import { Router } from '@vaadin/router';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, guidelines } from '../client/api.js';
import { session } from '../client/session.js';
import type { GuidelinesText } from '../client/types.js';
import { markdown } from '../ui/markdown.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { words } from '../words.js';

/** The guidelines for anybody, and the question whether one agrees when they have changed. */
@customElement('haven-guidelines')
export class GuidelinesPage extends Page {
  @state() private text: GuidelinesText | undefined;

  protected get heading(): string {
    return words.guidelines.title;
  }

  protected override async load(): Promise<void> {
    this.text = await guidelines.read();
  }

  protected content(): TemplateResult {
    const text = this.text?.markdown.replace(/^# .*\n/, '') ?? '';
    return html`${this.mayAgree ? html`<p class="lead">${words.guidelines.agreeLead}</p>` : nothing}
      <div class="prose">${markdown(text, 1)}</div>
      ${this.mayAgree ? this.question() : nothing}`;
  }

  private get mayAgree(): boolean {
    return session.person?.agreed === false;
  }

  private question(): TemplateResult {
    return html`${problemBox(this.problem)}
      <div class="actions">
        <button type="button" class="button strong-button" @click=${this.agree}>${words.guidelines.agree}</button>
        <a class="button" href="/">${words.guidelines.later}</a>
      </div>`;
  }

  private readonly agree = (): Promise<void> =>
    this.doing(async () => {
      await accounts.agree(this.text?.version ?? '');
      Router.go('/rooms');
    });
}
