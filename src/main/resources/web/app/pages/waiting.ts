import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts } from '../client/api.js';
import { session } from '../client/session.js';
import type { Approval } from '../client/types.js';
import { Page } from '../ui/page.js';
import { day, fill, words } from '../words.js';

/** Now and then is often enough: a person decides, not a program. */
const ASK_AGAIN = 30_000;

/** Where somebody is until a person has said yes. The answer comes by itself while the page is open. */
@customElement('haven-waiting')
export class Waiting extends Page {
  @state() private approval: Approval = { decision: 'waiting' };
  private timer = 0;

  protected get heading(): string {
    return words.waiting.titles[this.approval.decision];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  protected override async load(): Promise<void> {
    await this.ask();
    this.askLater();
  }

  protected content(): TemplateResult {
    switch (this.approval.decision) {
      case 'waiting':
        return html`<p class="lead">${words.waiting.lead}</p>
          <p>${words.waiting.next}</p>
          <p>${words.waiting.meanwhile} <a href="/guidelines">${words.site.guidelines}</a></p>`;
      case 'approved':
        return html`<p class="lead">${words.waiting.welcome}</p>
          <p><a class="button strong-button" href="/rooms">${words.waiting.enter}</a></p>`;
      case 'refused':
        return this.refused();
    }
  }

  private refused(): TemplateResult {
    const { reason, goesAt } = this.approval;
    return html`<p class="lead">${words.waiting.refused}</p>
      <p>${words.waiting.reason}</p>
      <blockquote><p class="words">${reason ?? ''}</p></blockquote>
      <p>${fill(words.waiting.goes, { day: day(goesAt ?? new Date()) })}</p>
      <p>${words.waiting.elsewhere}</p>`;
  }

  private askLater(): void {
    window.clearTimeout(this.timer);
    if (this.approval.decision === 'waiting' && this.isConnected) {
      this.timer = window.setTimeout(() => void this.askAgain(), ASK_AGAIN);
    }
  }

  // A page that nobody looks at need not ask, and one answer that got lost is no reason for alarm: the next comes soon.
  private async askAgain(): Promise<void> {
    if (document.visibilityState === 'visible') {
      await this.ask().catch(() => undefined);
    }
    this.askLater();
  }

  private async ask(): Promise<void> {
    const before = this.approval.decision;
    const approval = await accounts.approval();
    if (approval.decision === 'approved' && session.person?.state === 'waiting') {
      session.update(await accounts.me());
    }
    this.approval = approval;
    if (approval.decision !== before && !this.loading) {
      await this.toHeading();
    }
  }
}
