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

type Form = Record<'title' | 'host' | 'startsAt' | 'time' | 'minutes' | 'places', string>;
type Type = 'text' | 'number' | 'time' | 'datetime-local';

/** Changes a session that has not begun, or its whole series. Only what somebody changed is sent. */
@customElement('haven-meeting-change')
export class ChangeOfMeeting extends Acting {
  @property({ attribute: false }) meeting!: Meeting;
  @property({ attribute: false }) hosts: readonly Author[] = [];
  @property({ attribute: false }) changed: () => Promise<void> = () => Promise.resolve();
  /** The session as it was read; nothing while the form is folded. */
  @state() private base: Meeting | undefined;
  @state() private edits: Partial<Form> = {};
  /** What somebody else has put where this person has changed something, too. */
  @state() private others: Partial<Form> = {};
  @state() private reason = '';
  @state() private all = false;
  private readonly zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  protected override render(): TemplateResult {
    return html`${this.base === undefined ? problemBox(this.problem) : nothing}
    <details class="about" .open=${this.base !== undefined} @toggle=${this.toggled}>
      <summary>${words.meetings.change.title}</summary>
      ${this.base === undefined ? nothing : this.form(this.base)}
    </details>`;
  }

  private form({ host, series }: Meeting): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.submit}>
      ${problemBox(this.problem)}
      ${this.field('title')}
      ${hostField(
        {
          name: 'change-host',
          value: this.value('host'),
          error: this.problem?.field('host'),
          change: (id) => this.edit({ host: id }),
        },
        this.possible(host),
      )}
      ${this.all
        ? this.field('time', 'time', fill(words.meetings.change.timeHint, { zone: series.zone }))
        : this.field('startsAt', 'datetime-local', fill(words.meetings.form.startsAtHint, { zone: this.zone }))}
      ${this.field('minutes', 'number')}
      ${this.field('places', 'number')} ${series.weekly ? this.allField() : nothing} ${this.reasonField()}
      <div class="actions"><button class="button strong-button">${words.meetings.change.submit}</button></div>
    </form>`;
  }

  /** Whoever looks after it now stays a choice, also where they look after the room no longer. */
  private possible(host: Author | undefined): readonly Author[] {
    const now = host ?? { id: '', handle: words.meetings.change.nobody };
    return this.hosts.some(({ id }) => id === now.id) ? this.hosts : [now, ...this.hosts];
  }

  private field(name: keyof Form, type: Type = 'text', hint?: string): TemplateResult {
    const value = this.others[name];
    return textField({
      name: `change-${name}`,
      label: name === 'time' ? words.meetings.change.time : words.meetings.form[name],
      hint: value === undefined ? hint : fill(words.meetings.change.others, { value: value.replace('T', ' ') }),
      type,
      value: this.value(name),
      error: this.problem?.field(name),
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
      this.others = {};
      this.reason = '';
      this.all = false;
      announcer.say(words.meetings.change.done);
      await this.updateComplete;
      this.querySelector('summary')?.focus();
      await this.changed();
    });
  };

  /** Where somebody else was faster, what this person did not touch becomes as it is now; what they did stays with them. */
  private async send(base: Meeting): Promise<void> {
    this.checkDiffers(base);
    try {
      await (this.all
        ? meetings.changeSeries(base.series.id, base.series.version, this.seriesChange(base))
        : meetings.change(base.id, base.version, this.change(base)));
    } catch (failure) {
      const problem = Problem.from(failure);
      if (problem.code !== 'changed-meanwhile') {
        throw problem;
      }
      await this.readAnew(base);
      throw new Problem(problem.code, problem.title, words.meetings.change.meanwhile, problem.status);
    }
  }

  private async readAnew(before: Meeting): Promise<void> {
    this.base = await meetings.get(before.id);
    const [was, is] = [formOf(before), formOf(this.base)];
    const isMet = (name: string): name is keyof Form => name in this.edits && was[name as keyof Form] !== is[name as keyof Form];
    this.others = Object.fromEntries(Object.keys(is).filter(isMet).map((name) => [name, is[name]]));
  }

  private checkDiffers(base: Meeting): void {
    const unseen = this.all ? 'startsAt' : 'time';
    if (Object.keys(this.edited(base)).every((name) => name === unseen)) {
      throw new Problem('invalid', words.meetings.change.nothing, words.meetings.change.nothingNext);
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
    const { time } = this.edited(base);
    if (time === '') {
      throw Problem.missing('time');
    }
    return { ...this.common(base), ...(time !== undefined && { time }) };
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

function formOf({ title, host, startsAt, endsAt, places, series }: Meeting): Form {
  return {
    title,
    host: host?.id ?? '',
    startsAt: local(new Date(startsAt)),
    time: wallTime(new Date(startsAt), series.zone),
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
