import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Saying } from '../client/conversation.js';
import { session } from '../client/session.js';
import type { Author, Message, SupportKind } from '../client/types.js';
import { day, fill, time, words } from '../words.js';
import { HavenElement } from './element.js';
import './support-menu.js';

const QUOTED = 80;

/** What a message lets people do with it. */
export interface MessageActs {
  reply(message: Message): void;
  remove(message: Message): void;
  restore(message: Message): void;
  mute(message: Message): void;
  takeBack(message: Message): void;
  support(message: Message, kind: SupportKind, given: boolean): void;
}

@customElement('haven-message')
export class MessageView extends HavenElement {
  @property({ attribute: false }) message!: Message;
  @property({ attribute: false }) repliedTo: Message | undefined;
  @property({ attribute: false }) acts!: MessageActs;
  @property({ type: Boolean }) writable = false;
  /** Whether this person looks after the room. */
  @property({ type: Boolean }) moderated = false;
  @state() private unfolded = false;

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
    return html`<article class="message ${this.isOwn ? 'own' : ''}" aria-labelledby=${this.nameId}>
      ${this.byline()}${this.quotation()}${this.body()}${this.support()}
      <div class="message-foot">
        ${this.isOwn ? html`<span class="delivery">${words.room.saved}</span>` : nothing}${this.buttons()}
      </div>
    </article>`;
  }

  private byline(): TemplateResult {
    const { at, need } = this.message;
    return html`<p class="byline" id=${this.nameId}>
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

  private support(): TemplateResult {
    return html`<haven-support
      .author=${this.author.handle}
      .given=${this.message.support ?? []}
      .own=${this.message.ownSupport ?? []}
      .possible=${this.writable && !this.isOwn && !session.isMuted}
      .change=${(kind: SupportKind, given: boolean) => this.acts.support(this.message, kind, given)}
    ></haven-support>`;
  }

  private buttons(): TemplateResult {
    const author = this.author.handle;
    const at = time(this.message.at);
    return html`${this.writable
      ? button(words.room.reply, fill(words.room.replyTo, { author }), () => this.acts.reply(this.message))
      : nothing}
    ${this.isOwn || this.moderated
      ? nothing
      : button(words.quiet.mute, fill(words.quiet.muteNamed, { author }), () => this.acts.mute(this.message))}
    ${this.isOwn
      ? button(words.takeBack.ask, fill(words.takeBack.askNamed, { time: at }), () => this.acts.takeBack(this.message))
      : nothing}
    ${this.moderated
      ? button(words.room.remove, fill(words.room.removeNamed, { author }), () => this.acts.remove(this.message))
      : nothing}`;
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
              this.acts.restore(this.message),
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
  return html`<article class="message own pending" aria-label=${words.composer.label}>
    <p class="words">${saying.said.text}</p>
    <div class="message-foot">
      <span class="delivery">${deliveryWords(saying)}</span>
      ${saying.delivery === 'not-sent'
        ? html`<button type="button" class="button" @click=${again}>${words.room.tryAgain}</button>
            <button type="button" class="button" @click=${takeBack}>${words.room.takeBack}</button>`
        : nothing}
    </div>
    ${saying.problem === undefined ? nothing : html`<p class="hint">${saying.problem.title} ${saying.problem.next}</p>`}
  </article>`;
}

function deliveryWords({ delivery }: Saying): string {
  switch (delivery) {
    case 'saving':
      return words.room.saving;
    case 'saved':
      return words.room.saved;
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
