import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { measures } from '../../client/api.js';
import type { Notice, OwnStanding } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { problemBox } from '../../ui/problem-box.js';
import { noticeTitle, noticeView } from '../../ui/standing-notice.js';
import { words } from '../../words.js';

/** What was said to somebody or decided about them, and what follows from it. */
@customElement('haven-own-standing')
export class OwnStandingCard extends Acting {
  @state() private own: OwnStanding | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(async () => {
      this.own = await measures.own();
    });
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="standing-title">
      <h2 id="standing-title">${words.standing.title}</h2>
      ${problemBox(this.problem)} ${this.own?.standing === 'good' ? html`<p>${words.standing.good}</p>` : nothing}
      ${this.own?.notices.map(card)}
    </section>`;
  }
}

function card(notice: Notice): TemplateResult {
  return html`<article class=${notice.state === 'in-force' ? 'notice' : 'card'}>
    ${noticeView(notice, html`<h3>${noticeTitle(notice)}</h3>`)}
  </article>`;
}
