import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { meetings } from '../client/api.js';
import { Again } from '../client/again.js';
import { session } from '../client/session.js';
import type { Meeting, Room } from '../client/types.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import { facts, isOn, mayWrite, standing, turn, when } from './meeting.js';
import './meeting-desk.js';
import './place-buttons.js';
import { problemBox } from './problem-box.js';
import './schedule-form.js';

/** What is on in a room, or comes next, and what one can do about it. */
@customElement('haven-room-sessions')
export class RoomSessions extends Acting {
  @property({ attribute: false }) room!: Room;
  /** Told whether this person may write now. */
  @property({ attribute: false }) heard: (heard: boolean) => void = () => undefined;
  @state() private list: Meeting[] | undefined;
  private again = new Again(() => void this.look());

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.again.stop();
  }

  readonly look = (): Promise<void> => this.doing(this.load);

  protected override render(): TemplateResult {
    const shown = this.shown;
    return html`${problemBox(this.problem)}
      ${this.list === undefined
        ? nothing
        : html`<details class="about sessions" open>
            <summary>${shown === undefined ? words.meetings.inRoom : this.summaryOf(shown)}</summary>
            ${shown === undefined ? html`<p>${words.meetings.nonePlanned}</p>` : this.one(shown)} ${this.others(shown)}
            ${this.room.host || session.isStaff
              ? html`<haven-schedule-form .room=${this.room} .changed=${this.load}></haven-schedule-form>`
              : nothing}
          </details>`}`;
  }

  private summaryOf(meeting: Meeting): string {
    return `${isOn(meeting) ? words.meetings.on : words.meetings.next}: ${meeting.title}`;
  }

  private one(meeting: Meeting): TemplateResult {
    const isReader = isOn(meeting) && !mayWrite(meeting);
    return html`<p role="status">${standing(meeting)} ${isReader ? words.meetings.readAlong : nothing}</p>
      ${facts(meeting)}
      ${this.room.member
        ? html`<haven-place-buttons .meeting=${meeting} .changed=${this.load}></haven-place-buttons>`
        : nothing}
      ${meeting.mayLead
        ? // What somebody began to write about one session must not reach the next one.
          keyed(
            meeting.id,
            html`<haven-meeting-desk
              .meeting=${meeting}
              .hosts=${this.room.hosts}
              .changed=${this.load}
            ></haven-meeting-desk>`,
          )
        : nothing}`;
  }

  private others(shown: Meeting | undefined): TemplateResult | typeof nothing {
    const others = (this.list ?? []).filter((meeting) => meeting !== shown);
    return others.length === 0
      ? nothing
      : html`<details class="about">
          <summary>${words.meetings.planned}</summary>
          <ul>
            ${others.map(
              (meeting) => html`<li>
                ${meeting.title}, ${when(meeting)}${meeting.state === 'cancelled'
                  ? `. ${words.meetings.states.cancelled}`
                  : nothing}
              </li>`,
            )}
          </ul>
        </details>`;
  }

  private get shown(): Meeting | undefined {
    return this.list?.find((meeting) => meeting.state !== 'cancelled');
  }

  private readonly load = async (): Promise<void> => {
    const { items } = await meetings.in(this.room.id);
    this.list = items;
    this.heard(this.shown !== undefined && mayWrite(this.shown));
    this.again.stop();
    this.again = new Again(() => void this.look());
    this.again.at(this.shown && turn(this.shown));
  };
}
