import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { messages } from '../client/api.js';
import type { Found, Message } from '../client/types.js';
import { day, fill, time, words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';

const SHOWN = 120;

/** Finds what was said in a room, by words or by a day. It says how far back it has looked, since it does not look at all at once. */
@customElement('haven-room-search')
export class RoomSearch extends Acting {
  @property() room = '';
  @property({ attribute: false }) open: (seq: number) => Promise<void> = () => Promise.resolve();
  @property({ attribute: false }) openDay: (at: string) => Promise<void> = () => Promise.resolve();
  @query('details') private panel!: HTMLDetailsElement;
  @state() private asked = '';
  @state() private found: Found | undefined;

  protected override render(): TemplateResult {
    return html`<details class="about">
      <summary>${words.search.title}</summary>
      ${problemBox(this.problem)}
      <form role="search" class="search-row" @submit=${this.find}>
        <label for="search-words">${words.search.words}</label>
        <input id="search-words" name="q" type="search" maxlength="250" required autocomplete="off" />
        <button class="button">${words.search.find}</button>
      </form>
      <form class="search-row" @submit=${this.toDay}>
        <label for="search-day">${words.search.day}</label>
        <input id="search-day" name="day" type="date" required />
        <button class="button">${words.search.go}</button>
      </form>
      ${this.found === undefined ? nothing : this.results(this.found)}
    </details>`;
  }

  private results({ items, lookedBackTo, next }: Found): TemplateResult {
    return html`<ul class="hits" aria-label=${words.search.hits}>
        ${items.map((message) => this.hit(message))}
      </ul>
      <p role="status">${statusWords(items.length, lookedBackTo, next)}</p>
      ${next === undefined
        ? nothing
        : html`<p><button type="button" class="button" @click=${this.further}>${words.search.further}</button></p>`}`;
  }

  private hit(message: Message): TemplateResult {
    const author = message.author?.handle ?? words.room.somebody;
    return html`<li>
      <button type="button" class="button hit" @click=${() => this.follow(() => this.open(message.seq))}>
        <strong>${author}</strong> <span class="quiet">${day(message.at)}, ${time(message.at)}</span><br />
        ${message.contentNote === undefined
          ? shortened(message.text ?? '')
          : fill(words.search.folded, { note: message.contentNote })}
      </button>
    </li>`;
  }

  private readonly find = (event: SubmitEvent): void => {
    event.preventDefault();
    this.asked = valueOf(event, 'q');
    void this.doing(async () => {
      this.found = await messages.search(this.room, this.asked);
    });
  };

  private readonly further = (): Promise<void> =>
    this.doing(async () => {
      const { items, next } = this.found ?? { items: [] };
      const more = await messages.search(this.room, this.asked, next);
      this.found = { ...more, items: [...items, ...more.items] };
    });

  // A day begins where the person is, not where the server is.
  private readonly toDay = (event: SubmitEvent): void => {
    event.preventDefault();
    const at = new Date(`${valueOf(event, 'day')}T00:00`);
    void this.follow(() => this.openDay(at.toISOString()));
  };

  // Folded first: what was found shall have the place.
  private follow(open: () => Promise<void>): Promise<void> {
    return this.doing(async () => {
      this.panel.open = false;
      try {
        await open();
      } catch (failure) {
        this.panel.open = true;
        throw failure;
      }
    });
  }
}

function valueOf(event: SubmitEvent, name: string): string {
  return String(new FormData(event.target as HTMLFormElement).get(name) ?? '');
}

function statusWords(count: number, lookedBackTo: string | undefined, next: number | undefined): string {
  const found = count === 0 ? words.search.none : count === 1 ? words.search.one : fill(words.search.many, { count });
  if (next === undefined || lookedBackTo === undefined) {
    return `${found} ${words.search.lookedAtAll}`;
  }
  return `${found} ${fill(words.search.lookedBackTo, { day: day(lookedBackTo), time: time(lookedBackTo) })}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= SHOWN ? text : characters.slice(0, SHOWN).join('') + ' …';
}
