import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { calendar, meetings } from '../client/api.js';
import type { Meeting, OwnCalendar } from '../client/types.js';
import { announcer } from '../ui/announcer.js';
import { textField, tickField } from '../ui/fields.js';
import { facts, standing } from '../ui/meeting.js';
import { Page } from '../ui/page.js';
import '../ui/place-buttons.js';
import { problemBox } from '../ui/problem-box.js';
import { day, fill, words } from '../words.js';

/** Where somebody comes, and how their calendar knows of it. */
@customElement('haven-my-sessions')
export class MySessions extends Page {
  @state() private list: Meeting[] = [];
  @state() private next: string | undefined;
  @state() private calendar: OwnCalendar = { on: false, titles: false };
  @state() private address = '';

  protected get heading(): string {
    return words.meetings.title;
  }

  protected override async load(): Promise<void> {
    const [page, own] = await Promise.all([meetings.mine(), calendar.own()]);
    this.list = page.items;
    this.next = page.next ?? undefined;
    this.calendar = own;
  }

  protected content(): TemplateResult {
    return html`<p class="lead">${words.meetings.lead}</p>
      ${problemBox(this.problem)}
      ${this.list.length === 0
        ? html`<p>${words.meetings.none}</p>`
        : html`<ul class="cards">
            ${this.list.map((meeting) => this.card(meeting))}
          </ul>`}
      ${this.next === undefined
        ? nothing
        : html`<p>
            <button type="button" class="button" @click=${this.more}>${words.site.more}</button>
          </p>`}
      ${this.calendarSection()}`;
  }

  private card(meeting: Meeting): TemplateResult {
    return html`<li class="card">
      <h2>${meeting.title}</h2>
      <p><a href="/rooms/${meeting.room}">${meeting.roomName}</a></p>
      ${facts(meeting)} ${meeting.state === 'scheduled' ? nothing : html`<p>${standing(meeting)}</p>`}
      <haven-place-buttons .meeting=${meeting} .changed=${this.reload}></haven-place-buttons>
    </li>`;
  }

  private calendarSection(): TemplateResult {
    const own = words.meetings.calendar;
    return html`<section aria-labelledby="calendar-title">
      <h2 id="calendar-title" tabindex="-1">${own.title}</h2>
      <p>${own.lead}</p>
      ${this.address === '' ? nothing : this.made()}
      ${this.calendar.since === undefined || this.address !== ''
        ? nothing
        : html`<p>${fill(own.since, { day: day(this.calendar.since) })}</p>`}
      ${this.calendar.on
        ? tickField({
            name: 'titles',
            label: html`${own.titles}<span class="hint">${' '}${own.titlesHint}</span>`,
            checked: this.calendar.titles,
            change: (titles) => void this.setTitles(titles),
          })
        : nothing}
      <p class="actions">
        <button type="button" class="button ${this.calendar.on ? '' : 'strong-button'}" @click=${this.make}>
          ${this.calendar.on ? own.renew : own.make}
        </button>
        ${this.calendar.on
          ? html`<button type="button" class="button" @click=${this.withdraw}>${own.withdraw}</button>`
          : nothing}
      </p>
      ${this.calendar.on ? html`<p class="hint">${own.renewHint}</p>` : nothing}
    </section>`;
  }

  private made(): TemplateResult {
    return html`<div class="notice">
      <p>${words.meetings.calendar.once}</p>
      ${textField({
        name: 'address',
        label: words.meetings.calendar.address,
        value: this.address,
        change: () => undefined,
      })}
    </div>`;
  }

  private readonly more = (): Promise<void> =>
    this.doing(async () => {
      const page = await meetings.mine(this.next);
      this.list = [...this.list, ...page.items];
      this.next = page.next ?? undefined;
    });

  private readonly make = (): Promise<void> =>
    this.doing(async () => {
      this.address = location.origin + (await calendar.make());
      this.calendar = await calendar.own();
      await this.updateComplete;
      this.querySelector<HTMLInputElement>('#address')?.select();
    });

  // The tick stays as it was set while the server is asked, and goes back if it says no.
  private setTitles(titles: boolean): Promise<void> {
    const before = this.calendar;
    this.calendar = { ...before, titles };
    return this.doing(async () => {
      try {
        this.calendar = await calendar.setTitles(titles);
      } catch (failure) {
        this.calendar = before;
        throw failure;
      }
    });
  }

  private readonly withdraw = (): Promise<void> =>
    this.doing(async () => {
      await calendar.withdraw();
      this.address = '';
      this.calendar = await calendar.own();
      announcer.say(words.meetings.calendar.withdrawn);
      await this.updateComplete;
      this.querySelector<HTMLElement>('#calendar-title')?.focus();
    });
}
