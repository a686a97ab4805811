import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { rooms } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Room, RoomMute } from '../client/types.js';
import { fill, span, words } from '../words.js';
import { HavenElement } from './element.js';
import { choiceField } from './fields.js';
import { problemBox } from './problem-box.js';
import { moment } from './standing-notice.js';

const SPANS = [10, 30, 60, 300, 900, 3600];

/** What hosts set while people talk: how fast, and who is not heard for a time. Folded, since it is not what they come for. */
@customElement('haven-hosting')
export class HostingPanel extends HavenElement {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) changed: (room: Room) => void = () => undefined;
  @property({ attribute: false }) lift: (mute: RoomMute) => void = () => undefined;
  @state() private problem: Problem | undefined;
  @state() private mutes: RoomMute[] | undefined;

  /** After something has changed about who is heard. */
  look(): Promise<void> {
    return this.trying(async () => {
      this.mutes = await rooms.mutes(this.room.id);
    });
  }

  protected override render(): TemplateResult {
    return html`<details class="about hosting" @toggle=${this.toggled}>
      <summary>${words.hosting.title}</summary>
      ${problemBox(this.problem)}
      ${this.room.state === 'archived' ? nothing : this.pace()}
      <h2>${words.hosting.mutesTitle}</h2>
      ${this.mutes === undefined || this.mutes.length === 0
        ? html`<p class="quiet">${words.hosting.noMutes}</p>`
        : html`<ul>
            ${this.mutes.map((mute) => html`<li>${this.mute(mute)}</li>`)}
          </ul>`}
    </details>`;
  }

  private pace(): TemplateResult {
    const { slowModeSeconds, state: stands } = this.room;
    const spans = SPANS.includes(slowModeSeconds) || slowModeSeconds === 0 ? SPANS : [slowModeSeconds, ...SPANS];
    const paused = stands === 'paused';
    return html`<p>
        <button type="button" class="button" @click=${() => this.set({ paused: !paused })}>
          ${paused ? words.hosting.goOn : words.hosting.pause}
        </button>
      </p>
      ${choiceField({
        name: 'slow-mode',
        label: words.hosting.slowMode,
        hint: words.hosting.slowModeHint,
        value: String(slowModeSeconds),
        error: this.problem?.field('slowModeSeconds'),
        options: [['0', words.hosting.slowModeOff], ...spans.map((one) => [String(one), span(one)] as const)],
        change: (value) => void this.set({ slowModeSeconds: Number(value) }),
      })}`;
  }

  private mute(mute: RoomMute): TemplateResult {
    const { handle } = mute.account;
    return html`<p>${fill(words.hosting.muteLine, { handle, at: moment(mute.until), rule: mute.rule, reason: mute.reason })}</p>
      <p>
        <button type="button" class="button" @click=${() => this.lift(mute)}>${fill(words.hosting.lift, { handle })}</button>
      </p>`;
  }

  private set(pace: { slowModeSeconds?: number; paused?: boolean }): Promise<void> {
    return this.trying(async () => this.changed(await rooms.setPace(this.room.id, pace)));
  }

  // Nothing waits for anything else here: a choice that was dropped because a list was loading would look as if it held.
  private async trying(act: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await act();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  }

  private readonly toggled = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) {
      void this.look();
    }
  };
}
