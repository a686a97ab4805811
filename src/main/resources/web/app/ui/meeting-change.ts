import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meetings } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Author, Meeting, MeetingChange, SeriesChange } from '../client/types.js';
import { fill, words } from '../words.js';
import { Acting } from './acting.js';
import { announcer } from './announcer.js';
import { textField, tickField } from './fields.js';
import { hostField } from './meeting-fields.js';
import { problemBox } from './problem-box.js';

type Form = Record<'title' | 'host' | 'startsAt' | 'minutes' | 'places', string>;

/** Changes a session that has not begun, or its whole series. Only what somebody changed is sent. */
@customElement('haven-meeting-change')
export class ChangeOfMeeting extends Acting {
  @property({ attribute: false }) meeting!: Meeting;
  @property({ attribute: false }) hosts: readonly Author[] = [];
  @property({ attribute: false }) changed: () => Promise<void> = () => Promise.resolve();
  /** The session as it was read; nothing while the form is folded. */
  @state() private base: Meeting | undefined;
  @state() private edits: Partial<Form> = {};
  @state() private reason = '';
  @state() private all = false;
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected override render(): TemplateResult {
    return html`<details class="about" .open=${this.base !== undefined} @toggle=${this.toggled}>
      <summary>${words.meetings.change.title}</summary>
      ${this.base === undefined ? nothing : this.form(this.base)}
    </details>`;
  }

  private form({ series }: Meeting): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${problemBox(this.problem)}
      ${this.field('title')}
      ${hostField(
        {
          name: 'change-host',
          value: this.value('host'),
          error: this.problem?.field('host'),
          change: (host) => this.edit({ host }),
        },
        this.hosts,
      )}
      ${this.field('startsAt', 'datetime-local', this.startHint)} ${this.field('minutes', 'number')}
      ${this.field('places', 'number')} ${series.weekly ? this.allField() : nothing} ${this.reasonField()}
      <div class="actions"><button class="button strong-button">${words.meetings.change.submit}</button></div>
    </form>`;
  }

  private field(name: keyof Form, type: 'text' | 'number' | 'datetime-local' = 'text', hint?: string): TemplateResult {
    return textField({
      name: `change-${name}`,
      label: words.meetings.form[name],
      hint,
      type,
      value: this.value(name),
      error: this.problem?.field(name) ?? (name === 'startsAt' ? this.problem?.field('time') : undefined),
      change: (value) => this.edit({ [name]: value }),
    });
  }

  private allField(): TemplateResult {
    return tickField({
      name: 'change-all',
      label: words.meetings.change.all,
      checked: this.all,
      change: (all) => (this.all = all),
    });
  }

  private reasonField(): TemplateResult {
    return textField({
      name: 'change-reason',
      label: words.meetings.cancelReason,
      hint: words.meetings.cancelReasonHint,
      rows: 2,
      value: this.reason,
      error: this.problem?.field('reason'),
      change: (reason) => (this.reason = reason),
    });
  }

  private get startHint(): string {
    const clock = fill(words.meetings.form.startsAtHint, { zone: this.zone });
    return this.all ? `${clock} ${words.meetings.change.dayStays}` : clock;
  }

  private value(name: keyof Form): string {
    return this.edits[name] ?? (this.base === undefined ? '' : formOf(this.base)[name]);
  }

  private edit(edits: Partial<Form>): void {
    this.edits = { ...this.edits, ...edits };
  }

  private readonly toggled = (event: Event): void => {
    const { open } = event.target as HTMLDetailsElement;
    if (open !== (this.base !== undefined)) {
      this.base = open ? this.meeting : undefined;
    }
  };

  private readonly submit = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await this.send(this.base ?? this.meeting);
      this.base = undefined;
      this.edits = {};
      this.reason = '';
      this.all = false;
      announcer.say(words.meetings.change.done);
      await this.changed();
    });
  };

  /** Where somebody else was faster, what this person did not touch becomes as it is now; what they did stays with them. */
  private async send(base: Meeting): Promise<void> {
    try {
      await (this.all
        ? meetings.changeSeries(base.series.id, base.series.version, this.seriesChange(base))
        : meetings.change(base.id, base.version, this.change(base)));
    } catch (failure) {
      const problem = Problem.from(failure);
      if (problem.code !== 'changed-meanwhile') {
        throw problem;
      }
      this.base = await meetings.get(base.id);
      throw new Problem(problem.code, problem.title, words.meetings.change.meanwhile, problem.status);
    }
  }

  private change(base: Meeting): MeetingChange {
    const { startsAt } = this.edited(base);
    return {
      ...this.common(base),
      ...(startsAt !== undefined && { startsAt: instant(startsAt).toISOString() }),
    };
  }

  private seriesChange(base: Meeting): SeriesChange {
    const { startsAt } = this.edited(base);
    return {
      ...this.common(base),
      ...(startsAt !== undefined && { time: wallTime(instant(startsAt), base.series.zone) }),
    };
  }

  private common(base: Meeting): Omit<MeetingChange, 'startsAt'> {
    const { title, host, minutes, places } = this.edited(base);
    return {
      reason: this.reason,
      ...(title !== undefined && { title }),
      ...(host !== undefined && { host }),
      ...(minutes !== undefined && { minutes: Number(minutes) }),
      ...(places !== undefined && { places: Number(places) }),
    };
  }

  private edited(base: Meeting): Partial<Form> {
    const before = formOf(base);
    return Object.fromEntries(
      Object.entries(this.edits).filter(([name, value]) => value !== before[name as keyof Form]),
    );
  }
}

function formOf({ title, host, startsAt, endsAt, places }: Meeting): Form {
  return {
    title,
    host: host?.id ?? '',
    startsAt: local(new Date(startsAt)),
    minutes: String((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
    places: String(places),
  };
}

/** As a field for times has it, by this device's clock. */
function local(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instant(startsAt: string): Date {
  const date = new Date(startsAt);
  if (Number.isNaN(date.getTime())) {
    throw Problem.missing('startsAt');
  }
  return date;
}

function wallTime(date: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
}
