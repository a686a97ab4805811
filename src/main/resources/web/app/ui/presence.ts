import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from '../client/live.js';
import { session } from '../client/session.js';
import { fill, words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';

/** Who is in a room: a quiet count, and the names of those who wish it. */
@customElement('haven-presence')
export class PresenceLine extends Acting {
  @property({ attribute: false }) room = '';

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('present', this.changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    live.removeEventListener('present', this.changed);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { present, named } = live.presence(this.room);
    if (present === undefined) {
      return nothing;
    }
    return html`<details class="presence">
      <summary>${countWords(present.count)}</summary>
      ${problemBox(this.problem)}
      <p>${this.names()}</p>
      ${named === undefined
        ? nothing
        : html`<p>
            <button type="button" class="button quiet-button" @click=${() => this.appear(!named)}>
              ${named ? words.presence.hide : words.presence.show}
            </button>
          </p>`}
    </details>`;
  }

  private names(): string {
    const { present, named } = live.presence(this.room);
    const others = (present?.people ?? []).filter(({ id }) => id !== session.person?.id).map(({ handle }) => handle);
    const self = named === true ? words.presence.named : words.presence.unnamed;
    return others.length === 0 ? self : `${fill(words.presence.names, { names: others.join(', ') })} ${self}`;
  }

  private appear(named: boolean): Promise<void> {
    return this.doing(() => live.appear(this.room, named));
  }

  private readonly changed = (): void => this.requestUpdate();
}

function countWords(count: number): string {
  return count < 2 ? words.presence.alone : fill(words.presence.count, { count });
}
