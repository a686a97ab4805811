import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meetings } from '../client/api.js';
import { session } from '../client/session.js';
import type { Room } from '../client/types.js';
import { fill, moment, words } from '../words.js';
import { Acting } from './acting.js';
import { textField, tickField } from './fields.js';
import { hostField } from './meeting-fields.js';
import { problemBox } from './problem-box.js';

const FRESH = { title: '', startsAt: '', minutes: '60', places: '8', weekly: false, until: '' };

/** Where hosts and moderators plan a session, by the clock of wherever they are. */
@customElement('haven-schedule-form')
export class ScheduleForm extends Acting {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) changed: () => Promise<void> = () => Promise.resolve();
  @state() private form = FRESH;
  @state() private host = '';
  @state() private done = '';
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected override render(): TemplateResult {
    return html`<details class="about">
      <summary>${words.meetings.schedule}</summary>
      <form class="form" novalidate @submit=${this.submit}>
        ${problemBox(this.problem)} ${this.text('title', words.meetings.form.titleHint)} ${this.hostField()}
        ${this.text('startsAt', fill(words.meetings.form.startsAtHint, { zone: this.zone }), 'datetime-local')}
        ${this.text('minutes', undefined, 'number')} ${this.text('places', undefined, 'number')}
        ${tickField({
          name: 'weekly',
          label: words.meetings.form.weekly,
          checked: this.form.weekly,
          change: (weekly) => (this.form = { ...this.form, weekly }),
        })}
        ${this.form.weekly ? this.text('until', words.meetings.form.untilHint, 'date') : nothing}
        <div class="actions"><button class="button strong-button">${words.meetings.form.submit}</button></div>
        <p role="status">${this.done}</p>
      </form>
    </details>`;
  }

  private text(
    name: 'title' | 'startsAt' | 'minutes' | 'places' | 'until',
    hint?: string,
    type: 'text' | 'number' | 'date' | 'datetime-local' = 'text',
  ): TemplateResult {
    return textField({
      name,
      label: words.meetings.form[name],
      hint,
      type,
      optional: name === 'until',
      value: this.form[name],
      error: this.problem?.field(name),
      change: (value) => (this.form = { ...this.form, [name]: value }),
    });
  }

  private hostField(): TemplateResult {
    const error = this.problem?.field('host');
    return hostField(
      { name: 'host', value: this.chosenHost, error, change: (host) => (this.host = host) },
      this.room.hosts,
    );
  }

  private get chosenHost(): string {
    const { hosts } = this.room;
    const self = hosts.find(({ id }) => id === session.person?.id) ?? hosts[0];
    return this.host === '' ? (self?.id ?? '') : this.host;
  }

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    this.done = '';
    return this.doing(async () => {
      const { title, startsAt, minutes, places, weekly, until } = this.form;
      const made = await meetings.schedule(this.room.id, {
        title,
        startsAt,
        zone: this.zone,
        minutes: Number(minutes),
        places: Number(places),
        weekly,
        ...(this.chosenHost !== '' && { host: this.chosenHost }),
        ...(weekly && until !== '' && { until }),
      });
      this.form = FRESH;
      this.done = fill(words.meetings.form.done, { start: moment(made.startsAt) });
      await this.changed();
    });
  };
}
