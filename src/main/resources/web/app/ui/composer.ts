import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { drafts } from '../client/drafts.js';
import { live as socket } from '../client/live.js';
import { session } from '../client/session.js';
import type { Message, Need, Words } from '../client/types.js';
import { NEEDS } from '../client/types.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';
import { choiceField, textField, tickField } from './fields.js';

interface Draft {
  text: string;
  need: '' | Need;
  note: string;
  replyTo?: number;
  announcement?: boolean;
}

const EMPTY: Draft = { text: '', need: '', note: '' };
const NEAR = 200;

/** Where a message is written. Every keystroke is kept until the message is on its way. */
@customElement('haven-composer')
export class Composer extends HavenElement {
  @property() room = '';
  /** They may write, and not send: what they write stays a draft. */
  @property({ type: Boolean }) held = false;
  /** Whether they may say something to the whole room. */
  @property({ type: Boolean }) announces = false;
  @property({ attribute: false }) message: (seq: number) => Message | undefined = () => undefined;
  @property({ attribute: false }) say: (said: Words) => void = () => undefined;
  @query('textarea') private box!: HTMLTextAreaElement;
  @state() private draft: Draft = EMPTY;

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft = drafts.get<Draft>(this.me, this.store) ?? EMPTY;
  }

  replyTo(message: Message): void {
    this.write({ replyTo: message.seq });
    this.box.focus();
  }

  /** Words that were not sent come back in front of what has been written since. */
  putBack(said: Words): void {
    const text = [said.text, this.draft.text].filter((part) => part !== '').join('\n');
    this.write({ text, need: said.need ?? '', note: said.contentNote ?? '', announcement: said.announcement === true, ...(said.replyTo && { replyTo: said.replyTo }) });
    this.box.focus();
  }

  protected override render(): TemplateResult {
    return html`<form class="composer" @submit=${this.submit}>
      ${this.reply()}
      <details class="options" ?open=${this.draft.need !== '' || this.draft.note !== ''}>
        <summary>${words.composer.options}</summary>
        <div class="options-fields">${this.needField()}${this.noteField()}</div>
      </details>
      ${this.announces ? this.announcementField() : nothing}
      <label class="unseen" for="message">${words.composer.label}</label>
      <div class="composer-row">
        <textarea
          id="message"
          rows="2"
          placeholder=${words.composer.placeholder}
          aria-describedby="message-room"
          .value=${this.draft.text}
          @input=${(event: Event) => this.write({ text: (event.target as HTMLTextAreaElement).value })}
          @keydown=${this.keyed}
        ></textarea>
        ${this.held
          ? nothing
          : html`<button class="button strong-button">
              ${this.isAnnouncement ? words.composer.announce : words.composer.send}
            </button>`}
      </div>
      <p class="hint" id="message-room">${this.roomLeft()}</p>
    </form>`;
  }

  private reply(): TemplateResult | typeof nothing {
    const message = this.draft.replyTo === undefined ? undefined : this.message(this.draft.replyTo);
    return message === undefined
      ? nothing
      : html`<p class="replying">
          ${fill(words.room.replyingTo, { author: message.author?.handle ?? words.room.somebody })}
          <button type="button" class="button quiet-button" @click=${this.noReply}>${words.room.noReply}</button>
        </p>`;
  }

  private needField(): TemplateResult {
    return choiceField({
      name: 'need',
      label: words.composer.need,
      value: this.draft.need,
      options: (['', ...NEEDS] as const).map((need) => [need, words.composer.needs[need]] as const),
      change: (need) => this.write({ need: need as Draft['need'] }),
    });
  }

  private noteField(): TemplateResult {
    return textField({
      name: 'note',
      label: words.composer.note,
      hint: words.composer.noteHint,
      optional: true,
      value: this.draft.note,
      change: (note) => this.write({ note }),
    });
  }

  private announcementField(): TemplateResult {
    return tickField({
      name: 'announcement',
      label: words.composer.toAll,
      checked: this.isAnnouncement,
      change: (announcement) => this.write({ announcement }),
    });
  }

  private roomLeft(): string {
    const left = socket.textLength - [...this.draft.text].length;
    if (left < 0) {
      return fill(words.composer.over, { count: -left });
    }
    return left < NEAR ? fill(words.composer.left, { count: left }) : '';
  }

  private write(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    drafts.keep(this.me, this.store, this.draft);
  }

  private readonly noReply = (): void => {
    const { replyTo: _, ...draft } = this.draft;
    this.draft = draft;
    this.box.focus();
  };

  // Enter sends where there is a keyboard; on a phone it makes a line, because there a slip of the thumb is easy.
  private readonly keyed = (event: KeyboardEvent): void => {
    const hasKeyboard = window.matchMedia('(pointer: fine)').matches;
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && (hasKeyboard || event.ctrlKey)) {
      event.preventDefault();
      this.send();
    }
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.send();
    this.box.focus();
  };

  private send(): void {
    const { text, need, note, replyTo } = this.draft;
    if (this.held || text.trim() === '' || [...text].length > socket.textLength) {
      return;
    }
    this.say({
      text,
      ...(need !== '' && { need }),
      ...(note.trim() !== '' && { contentNote: note }),
      ...(replyTo !== undefined && { replyTo }),
      ...(this.isAnnouncement && { announcement: true }),
    });
    this.draft = EMPTY;
    drafts.drop(this.me, this.store);
  }

  private get isAnnouncement(): boolean {
    return this.announces && this.draft.announcement === true;
  }

  private get me(): string {
    return session.person?.id ?? '';
  }

  private get store(): string {
    return `writing.${this.room}`;
  }
}
