import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Message } from '../client/types.js';
import { day, fill, words } from '../words.js';
import { HavenElement } from './element.js';

const WIDE = '(min-width: 40rem)';

/** What hosts want everybody to find: unfolded where there is room for it, folded on a phone. */
@customElement('haven-pinned')
export class PinnedMessages extends HavenElement {
  @property({ attribute: false }) messages: readonly Message[] = [];
  /** Whether this person looks after the room. */
  @property({ type: Boolean }) moderated = false;
  @property({ attribute: false }) unpin: (message: Message) => void = () => undefined;

  protected override render(): TemplateResult | typeof nothing {
    return this.messages.length === 0
      ? nothing
      : html`<details class="about pinned" ?open=${window.matchMedia(WIDE).matches}>
          <summary>${fill(words.hosting.pinned, { count: this.messages.length })}</summary>
          <ul aria-label=${words.hosting.pinnedList}>
            ${this.messages.map((message) => html`<li>${this.one(message)}</li>`)}
          </ul>
        </details>`;
  }

  private one(message: Message): TemplateResult {
    const author = message.author?.handle ?? words.room.somebody;
    return html`<p class="byline">
        <strong>${author}</strong> <time datetime=${message.at}>${day(message.at)}</time>
        ${this.moderated
          ? html`<button
              type="button"
              class="button quiet-button"
              aria-label=${fill(words.hosting.unpinNamed, { author })}
              @click=${() => this.unpin(message)}
            >
              ${words.hosting.unpin}
            </button>`
          : nothing}
      </p>
      ${message.contentNote === undefined
        ? html`<p class="words">${message.text}</p>`
        : html`<details>
            <summary>${fill(words.room.noteShow, { note: message.contentNote })}</summary>
            <p class="words">${message.text}</p>
          </details>`}`;
  }
}
