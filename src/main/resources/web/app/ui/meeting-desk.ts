import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meetings } from '../client/api.js';
import type { Author, Meeting } from '../client/types.js';
import { announcer } from './announcer.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import { textField, tickField } from './fields.js';
import './meeting-change.js';
import { isOn } from './meeting.js';
import { problemBox } from './problem-box.js';

/** What those who look after a session do about it: who comes, taking over, changing, cancelling. */
@customElement('haven-meeting-desk')
export class MeetingDesk extends Acting {
  @property({ attribute: false }) meeting!: Meeting;
  @property({ attribute: false }) hosts: readonly Author[] = [];
  @property({ attribute: false }) changed: () => Promise<void> = () => Promise.resolve();
  @state() private coming: Author[] | undefined;
  @state() private reason = '';
  @state() private all = false;

  protected override render(): TemplateResult {
    return html`${problemBox(this.problem)} ${this.lead()} ${this.meeting.leads ? this.comingList() : nothing}
      ${this.meeting.state === 'scheduled' ? this.changeForm() : nothing}
      ${this.meeting.state === 'cancelled' ? nothing : this.cancelForm()}`;
  }

  private lead(): TemplateResult | typeof nothing {
    const { leads, state, hostGone } = this.meeting;
    const isWaiting = state === 'opening' || (state === 'closing' && hostGone);
    if (!isOn(this.meeting) || (leads && !isWaiting) || (state === 'closing' && !hostGone)) {
      return nothing;
    }
    return html`<p class="actions">
      <button type="button" class="button ${isWaiting ? 'strong-button' : ''}" @click=${this.takeOver}>
        ${leads ? words.meetings.iAmHere : words.meetings.takeOver}
      </button>
    </p>`;
  }

  // Nobody waits for what is still folded.
  private comingList(): TemplateResult {
    return html`<details class="about" @toggle=${this.showComing}>
      <summary>${words.meetings.whoComes}</summary>
      ${this.coming === undefined
        ? nothing
        : this.coming.length === 0
          ? html`<p>${words.meetings.nobodyComes}</p>`
          : html`<ul>
              ${this.coming.map(({ handle }) => html`<li>${handle}</li>`)}
            </ul>`}
    </details>`;
  }

  private changeForm(): TemplateResult {
    return html`<haven-meeting-change
      .meeting=${this.meeting}
      .hosts=${this.hosts}
      .changed=${this.changed}
    ></haven-meeting-change>`;
  }

  private cancelForm(): TemplateResult {
    return html`<details class="about">
      <summary>${words.meetings.cancel}</summary>
      <form class="form" novalidate @submit=${this.cancel}>
        ${textField({
          name: 'reason',
          label: words.meetings.cancelReason,
          hint: words.meetings.cancelReasonHint,
          rows: 2,
          value: this.reason,
          error: this.problem?.field('reason'),
          change: (reason) => (this.reason = reason),
        })}
        ${this.meeting.series.weekly
          ? tickField({
              name: 'all',
              label: words.meetings.cancelSeries,
              checked: this.all,
              change: (all) => (this.all = all),
            })
          : nothing}
        <div class="actions"><button class="button">${words.meetings.cancelSend}</button></div>
      </form>
    </details>`;
  }

  private readonly showComing = (event: Event): Promise<void> | undefined =>
    (event.target as HTMLDetailsElement).open
      ? this.doing(async () => {
          this.coming = await meetings.coming(this.meeting.id);
        })
      : undefined;

  private readonly takeOver = (): Promise<void> =>
    this.doing(async () => {
      await meetings.takeOver(this.meeting.id);
      announcer.say(words.meetings.tookOver);
      await this.changed();
    });

  private readonly cancel = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      const { id, series } = this.meeting;
      await (this.all ? meetings.cancelSeries(series.id, this.reason) : meetings.cancel(id, this.reason));
      this.reason = '';
      announcer.say(words.meetings.cancelled);
      await this.changed();
    });
  };
}
