import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { quietMutes } from '../client/api.js';
import { Problem } from '../client/problem.js';
import { fill, words } from '../words.js';
import { HavenElement } from './element.js';
import { problemBox } from './problem-box.js';

interface Other {
  id: string;
  handle: string;
}

/** Asks once before somebody is muted, since one press on a phone is easily the wrong one. */
@customElement('haven-quiet')
export class QuietDialog extends HavenElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private other: Other = { id: '', handle: '' };
  @state() private problem: Problem | undefined;
  private done: () => void = () => undefined;

  open(other: Other, done: () => void): void {
    this.other = other;
    this.done = done;
    this.problem = undefined;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog" aria-labelledby="quiet-title">
      <h2 id="quiet-title">${fill(words.quiet.title, { author: this.other.handle })}</h2>
      ${problemBox(this.problem)}
      <p>${words.quiet.lead}</p>
      <p>${words.quiet.undo}</p>
      <div class="actions">
        <button type="button" class="button strong-button" @click=${this.mute}>${words.quiet.mute}</button>
        <button type="button" class="button" @click=${() => this.dialog.close()}>${words.site.cancel}</button>
      </div>
    </dialog>`;
  }

  private readonly mute = async (): Promise<void> => {
    try {
      await quietMutes.mute(this.other.id);
      this.dialog.close();
      this.done();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  };
}
