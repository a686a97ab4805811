import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Past } from '../client/past.js';
import type { Item } from '../client/timeline.js';
import type { Message, Room } from '../client/types.js';
import { fill, words } from '../words.js';
import type { LogPlace } from './log-place.js';

/** A part of a room's past that stands in the place of its present until one goes back. */
export class PastView {
  private past: Past | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly place: LogPlace,
    private readonly doing: (act: () => Promise<void>) => Promise<void>,
  ) {}

  get isOpen(): boolean {
    return this.past !== undefined;
  }

  message(seq: number): Message | undefined {
    return this.past?.message(seq);
  }

  async openAround(room: string, seq: number): Promise<void> {
    await this.open(await Past.around(room, seq));
    this.place.toMessage(seq);
  }

  async openDay(room: string, at: string): Promise<void> {
    await this.open(await Past.since(room, at));
    this.place.focus();
  }

  /** @param line shows an item, below the one before it */
  render(room: Room, line: (item: Item, before: Item | undefined) => TemplateResult): TemplateResult | typeof nothing {
    const { past } = this;
    return past === undefined
      ? nothing
      : html`<p class="quiet">${words.search.pastHint}</p>
          <div class="log" role="region" tabindex="0" aria-label=${fill(words.search.past, { name: room.name })}>
            ${past.hasOlder
              ? html`<p><button type="button" class="button" @click=${this.older}>${words.room.older}</button></p>`
              : html`<p class="quiet">${words.room.start}</p>`}
            ${past.items.length === 0 ? html`<p>${words.search.nothingSince}</p>` : nothing}
            <ol>
              ${repeat(past.items, ({ seq }) => seq, (item, index) => line(item, past.items[index - 1]))}
            </ol>
            ${past.hasNewer
              ? html`<p><button type="button" class="button" @click=${this.newer}>${words.search.newer}</button></p>`
              : nothing}
          </div>
          <button type="button" class="button strong-button newer" @click=${this.toNow}>${words.search.toNow}</button>`;
  }

  private async open(past: Past | undefined): Promise<void> {
    this.past = past;
    this.host.requestUpdate();
    await this.place.settled();
  }

  private readonly older = (): Promise<void> =>
    this.doing(() =>
      this.place.keep(async () => {
        await this.past?.loadOlder();
        this.host.requestUpdate();
      }),
    );

  private readonly newer = (): Promise<void> =>
    this.doing(async () => {
      await this.past?.loadNewer();
      this.host.requestUpdate();
    });

  private readonly toNow = async (): Promise<void> => {
    this.place.followEnd();
    await this.open(undefined);
    this.place.focus();
  };
}
