import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../client/problem.js';
import { session } from '../client/session.js';
import type { Author, Message, SupportKind } from '../client/types.js';
import type { Saying } from '../live/index.js';
import { day, fill, time, words } from '../words.js';
import { HavenElement } from './element.js';
import './countdown.js';
import { supportChoice, supportMarks } from './support.js';

const QUOTED = 80;

/** What a message lets people do with it. */
export interface MessageActs {
  reply(message: Message): void;
  remove(message: Message): void;
  restore(message: Message): void;
  mute(message: Message): void;
  /** Stops them from writing in this room for a time. */
  quieten(message: Message): void;
  pin(message: Message, pinned: boolean): void;
  takeBack(message: Message): void;
  support(message: Message, kind: SupportKind, given: boolean): void;
}

@customElement('haven-message')
export class MessageView extends HavenElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) repliedTo: Message | undefined;
  /** Nothing where it can only be read. */
  @property({ attribute: false }) acts: MessageActs | undefined;
  @property({ type: Boolean }) writable = false;
  /** Whether this person looks after the room. */
  @property({ type: Boolean }) moderated = false;
  @property({ type: Boolean }) pinned = false;
  @state() private unfolded = false;
  @state() private choosing = false;

  protected override render(): TemplateResult {
    if (this.message.erased !== undefined) {
      const line = this.message.erased === 'taken-back' ? words.room.takenBack : words.room.erased;
      return html`<article class="message neutral" aria-label=${line}>
        <p class="quiet">${line}</p>
      </article>`;
    }
    if (this.message.removed === true) {
      return this.isOwn ? this.ownRemoved() : this.othersRemoved();
    }
    return html`<article
      class="message ${this.isOwn ? 'own' : ''} ${this.message.announcement === true ? 'announcement' : ''}"
      aria-labelledby=${this.nameId}
      @keydown=${this.keyed}>
      ${this.byline()}${this.quotation()}${this.body()}${supportMarks(this.message, this.author.handle)}
      <div class="message-foot">
        ${this.isOwn ? html`<span class="delivery">${words.room.saved}</span>` : nothing}
        ${this.acts === undefined ? nothing : this.buttons(this.acts)}
      </div>
      ${this.acts === undefined ? nothing : this.choice(this.acts)}
    </article>`;
  }

  private byline(): TemplateResult {
    const { at, need, announcement } = this.message;
    return html`<p class="byline" id=${this.nameId}>
      ${announcement === true ? html`<span class="tag">${words.room.announcement}</span>` : nothing}
      <strong>${this.author.handle}</strong>${this.isOwn ? html` <span class="quiet">(${words.room.you})</span>` : nothing}
      <time datetime=${at} title=${day(at)}>${time(at)}</time>
      ${need === undefined ? nothing : html`<span class="need">${words.room.needs[need]}</span>`}
    </p>`;
  }

  private quotation(): TemplateResult | typeof nothing {
    if (this.message.replyTo === undefined) {
      return nothing;
    }
    return html`<p class="quotation">${quotationWords(this.repliedTo)}</p>`;
  }

  private body(): TemplateResult {
    const note = this.message.contentNote;
    if (note === undefined) {
      return html`<p class="words">${this.message.text}</p>`;
    }
    return html`<button
        type="button"
        class="button fold"
        aria-expanded=${this.unfolded}
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        ${this.unfolded ? words.room.noteHide : fill(words.room.noteShow, { note })}
      </button>
      ${this.unfolded ? html`<p class="words">${this.message.text}</p>` : nothing}`;
  }

  private choice(acts: MessageActs): TemplateResult | typeof nothing {
    return this.choosing && this.isSupportable
      ? supportChoice(this.message, this.author.handle, this.mayGive, (kind, given) => acts.support(this.message, kind, given))
      : nothing;
  }

  /** Last of the buttons, so that what it opens comes next for the keyboard. */
  private opener(): TemplateResult | typeof nothing {
    return this.isSupportable
      ? html`<button
          type="button"
          class="button quiet-button opener"
          aria-expanded=${this.choosing}
          aria-label=${fill(words.support.openNamed, { author: this.author.handle })}
          @click=${() => (this.choosing = !this.choosing)}
        >
          ${words.support.open}
        </button>`
      : nothing;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.choosing) {
      this.choosing = false;
      this.querySelector<HTMLElement>('.opener')?.focus();
    }
  };

  private buttons(acts: MessageActs): TemplateResult {
    const author = this.author.handle;
    const at = time(this.message.at);
    return html`${this.writable
      ? button(words.room.reply, fill(words.room.replyTo, { author }), () => acts.reply(this.message))
      : nothing}
    ${this.isOwn || this.moderated
      ? nothing
      : button(words.quiet.mute, fill(words.quiet.muteNamed, { author }), () => acts.mute(this.message))}
    ${this.isOwn
      ? button(words.takeBack.ask, fill(words.takeBack.askNamed, { time: at }), () => acts.takeBack(this.message))
      : nothing}
    ${this.moderated ? this.hostButtons(acts, author) : nothing}
    ${this.moderated
      ? button(words.room.remove, fill(words.room.removeNamed, { author }), () => acts.remove(this.message))
      : nothing}${this.opener()}`;
  }

  private hostButtons(acts: MessageActs, author: string): TemplateResult {
    const [label, name] = this.pinned
      ? [words.hosting.unpin, words.hosting.unpinNamed]
      : [words.hosting.pin, words.hosting.pinNamed];
    return html`${button(label, fill(name, { author }), () => acts.pin(this.message, !this.pinned))}
    ${this.isOwn || this.message.author === undefined
      ? nothing
      : button(words.hosting.quieten, fill(words.hosting.quietenNamed, { author }), () => acts.quieten(this.message))}`;
  }

  private othersRemoved(): TemplateResult {
    const { removal, text } = this.message;
    return html`<article class="message neutral" aria-label=${words.room.removed}>
      <p class="quiet">${words.room.removed}</p>
      ${this.moderated && removal !== undefined
        ? html`<details>
              <summary>${fill(words.room.removedStaff, { rule: removal.rule, reason: removal.reason })}</summary>
              <p class="words">${text}</p>
            </details>
            ${button(words.room.restore, fill(words.room.restoreNamed, { author: this.author.handle }), () =>
              this.acts?.restore(this.message),
            )}`
        : nothing}
    </article>`;
  }

  private ownRemoved(): TemplateResult {
    const { removal, text } = this.message;
    return html`<article class="message notice" aria-labelledby=${this.nameId}>
      <p id=${this.nameId}><strong>${words.room.removedOwnTitle}</strong></p>
      <p>${words.room.stillMember}</p>
      ${removal === undefined
        ? nothing
        : html`<p>${fill(words.room.removedOwnRule, { rule: removal.rule, title: removal.ruleTitle ?? '' })}</p>
            <p>${fill(words.room.removedOwnReason, { reason: removal.reason })}</p>
            <p>${words.room.removedOwnText}</p>
            <blockquote class="words">${text}</blockquote>`}
      <p>${words.room.removedNext}</p>
    </article>`;
  }

  private get mayGive(): boolean {
    return this.writable && !this.isOwn && !session.isMuted;
  }

  private get isSupportable(): boolean {
    return this.mayGive || (this.message.ownSupport?.length ?? 0) > 0;
  }

  private get isOwn(): boolean {
    return this.message.author?.id === session.person?.id;
  }

  private get author(): Author {
    return this.message.author ?? { id: '', handle: words.room.somebody };
  }

  private get nameId(): string {
    return `message-${this.message.seq}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'haven-message': MessageView;
  }
}

/** What this person has just said, with an honest word on where it is. */
export function sayingView(saying: Saying, again: () => void, takeBack: () => void): TemplateResult {
  const problem = saying.failure === undefined ? undefined : Problem.from(saying.failure);
  return html`<article class="message own pending" aria-label=${words.composer.label}>
    <p class="words">${saying.said.text}</p>
    <div class="message-foot">
      <span class="delivery">${deliveryWords(saying)}</span>
      ${saying.goesAt === undefined ? nothing : html`<haven-countdown .until=${saying.goesAt}></haven-countdown>`}
      ${saying.delivery === 'not-sent'
        ? html`<button type="button" class="button" @click=${again}>${words.room.tryAgain}</button>`
        : nothing}
      ${saying.delivery === 'not-sent' || saying.delivery === 'waiting'
        ? html`<button type="button" class="button" @click=${takeBack}>${words.room.takeBack}</button>`
        : nothing}
    </div>
    ${problem === undefined ? nothing : html`<p class="hint">${problem.title} ${problem.next}</p>`}
  </article>`;
}

function deliveryWords({ delivery }: Saying): string {
  switch (delivery) {
    case 'saving':
      return words.room.saving;
    case 'saved':
      return words.room.saved;
    case 'waiting':
      return words.hosting.waiting;
    case 'not-sent':
      return words.room.notSent;
  }
}

function quotationWords(message: Message | undefined): string {
  if (message === undefined) {
    return words.room.repliedToOlder;
  }
  if (message.erased !== undefined) {
    return message.erased === 'taken-back' ? words.room.repliedToTakenBack : words.room.repliedToErased;
  }
  if (message.removed === true) {
    return words.room.repliedToRemoved;
  }
  const text = message.contentNote ?? message.text ?? '';
  return fill(words.room.repliedTo, { author: message.author?.handle ?? words.room.somebody, text: shortened(text) });
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= QUOTED ? text : characters.slice(0, QUOTED).join('').replace(/\s+\S*$/, '') + ' …';
}

function button(label: string, name: string, act: () => void): TemplateResult {
  return html`<button type="button" class="button quiet-button" aria-label=${name} @click=${act}>${label}</button>`;
}
