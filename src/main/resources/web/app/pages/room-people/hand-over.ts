import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { rooms } from '../../client/api.js';
import type { Room } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { textField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { fill, words } from '../../words.js';

/** Where a host asks another member to look after the room in their place. */
@customElement('haven-hand-over')
export class HandOver extends Acting {
  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) changed: (room: Room) => void = () => undefined;
  @state() private handle = '';
  @state() private said = '';

  protected override render(): TemplateResult {
    const to = this.room.handOver?.to.handle;
    return html`<section aria-labelledby="hand-over-title">
      <h2 id="hand-over-title" tabindex="-1">${words.handOver.title}</h2>
      ${problemBox(this.problem)} ${to === undefined ? this.form() : this.offered(to)}
      <p role="status">${this.said}</p>
    </section>`;
  }

  private form(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.offer}>
      <p>${words.handOver.lead}</p>
      ${textField({
        name: 'successor',
        label: words.hosts.handle,
        value: this.handle,
        error: this.problem?.field('handle') && words.handOver.notPossible,
        change: (value) => (this.handle = value),
      })}
      <div class="actions"><button class="button">${words.handOver.offer}</button></div>
    </form>`;
  }

  private offered(to: string): TemplateResult {
    return html`<p>${fill(words.handOver.waits, { handle: to })}</p>
      <p class="actions"><button type="button" class="button" @click=${this.takeBack}>${words.handOver.takeBack}</button></p>`;
  }

  private readonly offer = (event: Event): Promise<void> => {
    event.preventDefault();
    const handle = this.handle.trim();
    return this.becoming(() => rooms.offer(this.room.id, handle), fill(words.handOver.asked, { handle }));
  };

  private readonly takeBack = (): Promise<void> =>
    this.becoming(async () => {
      await rooms.decline(this.room.id);
      return rooms.get(this.room.id);
    }, words.handOver.takenBack);

  private becoming(act: () => Promise<Room>, said: string): Promise<void> {
    this.said = '';
    return this.doing(async () => {
      this.changed(await act());
      this.handle = '';
      this.said = said;
      await this.updateComplete;
      this.querySelector<HTMLElement>('h2')?.focus();
    });
  }
}
