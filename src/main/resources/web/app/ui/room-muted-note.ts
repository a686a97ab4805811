import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { notices } from '../client/api.js';
import { Again } from '../client/again.js';
import type { RoomNotice } from '../client/types.js';
import { fill, words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';
import { moment } from './standing-notice.js';

/** Why somebody cannot write in one room just now, and until when; asks for the room anew when that is over. */
@customElement('haven-room-muted-note')
export class RoomMutedNote extends Acting {
  @property() room = '';
  @property() until = '';
  @property({ attribute: false }) over: () => void = () => undefined;
  @state() private notice: RoomNotice | undefined;
  // A phone's clock may be ahead: as long as this note is here, it is not over.
  private readonly again = new Again(() => {
    this.over();
    this.again.at(this.until);
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.again.stop();
  }

  protected override willUpdate(properties: PropertyValues<this>): void {
    if (properties.has('until')) {
      this.again.at(this.until);
      void this.look();
    }
  }

  protected override render(): TemplateResult {
    return html`${problemBox(this.problem)}
      <div role="status">
        <details class="about muted" open>
          <summary>${words.hosting.mutedTitle}</summary>
          <p>${fill(words.hosting.mutedUntil, { at: moment(this.until) })}</p>
          ${this.notice === undefined ? nothing : this.grounds(this.notice)}
          <p><strong>${words.standing.stillMember}</strong> ${words.hosting.mutedNext} ${words.standing.draft}</p>
        </details>
      </div>`;
  }

  private grounds({ rule, ruleTitle, reason }: RoomNotice): TemplateResult {
    return html`<p>${fill(words.standing.rule, { rule: rule ?? '', title: ruleTitle ?? '' })}</p>
      <p class="words">${fill(words.hosting.mutedReason, { reason: reason ?? '' })}</p>`;
  }

  // The newest about this room; it may be gone, since notices are their person's to let go of.
  private look(): Promise<void> {
    return this.doing(async () => {
      const { items } = await notices.list();
      this.notice = items.find(({ kind, room }) => kind === 'muted-in-room' && room === this.room);
    });
  }
}
