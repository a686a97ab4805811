import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { roomDesk } from '../../client/api.js';
import type { Room } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { choiceField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { closedWords, isClosedToNewcomers } from '../../ui/room-door.js';
import { words } from '../../words.js';

const SPANS = { half: 30, hours: 120, day: 1440, open: undefined } as const;

type Span = keyof typeof SPANS;

/** Closing the room to newcomers, for a while or until somebody opens it. */
@customElement('haven-room-newcomers')
export class RoomNewcomers extends Acting {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) changed: (room: Room) => void = () => undefined;
  @state() private span: Span = 'half';
  @state() private said = '';

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="newcomers-title">
      <h2 id="newcomers-title" tabindex="-1">${words.roomPeople.newcomers.title}</h2>
      ${problemBox(this.problem)} ${isClosedToNewcomers(this.room) ? this.closed() : this.open()}
      <p role="status">${this.said}</p>
    </section>`;
  }

  private closed(): TemplateResult {
    return html`<p>${words.roomPeople.newcomers.closed} ${closedWords(this.room)}</p>
      <p class="actions">
        <button type="button" class="button strong-button" @click=${this.reopen}>${words.roomPeople.newcomers.open}</button>
      </p>`;
  }

  private open(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.close}>
      <p>${words.roomPeople.newcomers.lead}</p>
      ${choiceField({
        name: 'span',
        label: words.roomPeople.newcomers.span,
        value: this.span,
        options: (Object.keys(SPANS) as Span[]).map((span) => [span, words.roomPeople.newcomers.spans[span]] as const),
        change: (span) => (this.span = span as Span),
      })}
      <div class="actions"><button class="button">${words.roomPeople.newcomers.close}</button></div>
    </form>`;
  }

  private readonly close = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.becoming(() => roomDesk.close(this.room.id, SPANS[this.span]), words.roomPeople.newcomers.isClosed);
  };

  private readonly reopen = (): Promise<void> =>
    this.becoming(() => roomDesk.open(this.room.id), words.roomPeople.newcomers.isOpen);

  private becoming(act: () => Promise<Room>, said: string): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      this.changed(await act());
      this.said = said;
      await this.updateComplete;
      this.querySelector<HTMLElement>('h2')?.focus();
    });
  }
}
