import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, measures } from '../client/api.js';
import { Again } from '../client/again.js';
import { session } from '../client/session.js';
import type { Notice } from '../client/types.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';
import { inForce, noticeTitle, noticeView } from './standing-notice.js';

/** Why somebody cannot write just now, and until when; goes by itself when that is over. */
@customElement('haven-muted-note')
export class MutedNote extends Acting {
  @state() private notice: Notice | undefined;
  private readonly again = new Again(() => void this.look());

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.again.stop();
  }

  protected override render(): TemplateResult {
    return html`${problemBox(this.problem)}
      ${this.notice === undefined
        ? nothing
        : html`<div role="status">
            <details class="about muted" open>
              <summary>${noticeTitle(this.notice)}</summary>
              ${noticeView(this.notice)}
              <p>${words.standing.draft}</p>
            </details>
          </div>`}`;
  }

  private look(): Promise<void> {
    return this.doing(async () => {
      const { standing, notices } = await measures.own();
      this.notice = inForce(notices);
      this.again.at(this.notice?.until);
      if (standing !== 'muted') {
        session.update(await accounts.me());
      }
    });
  }
}
