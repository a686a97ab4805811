import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, measures } from '../client/api.js';
import { Again } from '../client/again.js';
import { session } from '../client/session.js';
import type { OwnStanding } from '../client/types.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { inForce, noticeView } from '../ui/standing-notice.js';
import { words } from '../words.js';

const LOOK = 60_000;

/** In the place of every page where people meet, for somebody who is suspended or excluded. */
@customElement('haven-standing')
export class StandingPage extends Page {
  @state() private own: OwnStanding | undefined;
  private readonly again = new Again(() => void this.reload());

  protected get heading(): string {
    return this.isExcluded ? words.standing.excludedTitle : words.standing.suspendedTitle;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.again.stop();
  }

  // When it is over the session says so, and the page that was asked for takes this one's place.
  protected override async load(): Promise<void> {
    this.own = await measures.own();
    if (this.own.standing !== session.person?.standing) {
      session.update(await accounts.me());
    }
    this.again.at(soon(inForce(this.own.notices)?.until));
  }

  protected content(): TemplateResult {
    const notice = inForce(this.own?.notices ?? []);
    return html`<p class="lead">${this.isExcluded ? words.standing.excludedLead : words.standing.suspendedLead}</p>
      ${problemBox(this.problem)}
      ${notice === undefined ? nothing : html`<div class="notice">${noticeView(notice)}</div>`}
      <p>${words.standing.heavy}</p>
      <p class="actions">
        <a class="button" href="/account">${words.standing.account}</a>
        <a class="button" href="/guidelines">${words.standing.guidelines}</a>
        ${this.isExcluded
          ? nothing
          : html`<button type="button" class="button" @click=${this.reload}>${words.standing.again}</button>`}
      </p>`;
  }

  private get isExcluded(): boolean {
    return this.own?.standing === 'excluded';
  }
}

// No socket tells this page what was decided meanwhile, so it looks now and then.
function soon(until: string | undefined): string {
  return new Date(Math.min(Date.now() + LOOK, until === undefined ? Infinity : Date.parse(until))).toISOString();
}
