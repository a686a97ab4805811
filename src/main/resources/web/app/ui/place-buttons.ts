import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meetings } from '../client/api.js';
import type { Meeting } from '../client/types.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';

/** Taking a place at a session and giving it back, once or every week. */
@customElement('haven-place-buttons')
export class PlaceButtons extends Acting {
  @property({ attribute: false }) meeting!: Meeting;
  @property({ attribute: false }) changed: () => Promise<void> = () => Promise.resolve();
  @state() private done = '';

  protected override render(): TemplateResult {
    const { mine } = this.meeting;
    return html`${problemBox(this.problem)}
      ${mine === 'none' ? nothing : html`<p><strong>${words.meetings.mine[mine]}</strong></p>`}
      <div class="actions">${this.once()}${this.everyWeek()}</div>
      <p class="unseen" role="status">${this.done}</p>`;
  }

  private once(): TemplateResult | typeof nothing {
    const { id, mine, state, leads, placesLeft } = this.meeting;
    if (mine === 'place') {
      return this.button(words.meetings.giveBack, words.meetings.placeGone, () => meetings.giveBack(id));
    }
    if (mine === 'waiting') {
      return this.button(words.meetings.stopWaiting, words.meetings.placeGone, () => meetings.giveBack(id));
    }
    if (leads || !['scheduled', 'opening', 'open'].includes(state)) {
      return nothing;
    }
    return placesLeft > 0
      ? this.button(words.meetings.take, words.meetings.placeTaken, () => meetings.takePlace(id), true)
      : this.button(words.meetings.wait, words.meetings.placeWaiting, () => meetings.takePlace(id), true);
  }

  private everyWeek(): TemplateResult | typeof nothing {
    const { series, everyWeek, leads, state } = this.meeting;
    if (!series.weekly || leads || state === 'cancelled') {
      return nothing;
    }
    return everyWeek
      ? this.button(words.meetings.comeNoLonger, words.meetings.noLongerDone, () => meetings.comeNoLonger(series.id))
      : this.button(words.meetings.comeEveryWeek, words.meetings.everyWeekDone, () => meetings.comeEveryWeek(series.id));
  }

  // Focus stays in this place: the button that was pressed becomes another one.
  private button(label: string, done: string, act: () => Promise<unknown>, strong = false): TemplateResult {
    const press = (): Promise<void> =>
      this.doing(async () => {
        await act();
        await this.changed();
        this.done = done;
      });
    return html`<button type="button" class="button ${strong ? 'strong-button' : ''}" @click=${press}>${label}</button>`;
  }
}
