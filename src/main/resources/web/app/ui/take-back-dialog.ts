import { html, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Problem } from '../client/problem.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';
import { problemBox } from './problem-box.js';

/** Asks once before a message is taken back, and says what others will see: its words cannot be had again. */
@customElement('haven-take-back')
export class TakeBackDialog extends HavenElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private problem: Problem | undefined;
  private act: () => Promise<void> = () => Promise.resolve();
  private done: () => void = () => undefined;

  open(act: () => Promise<void>, done: () => void): void {
    this.act = act;
    this.done = done;
    this.problem = undefined;
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog class="dialog" aria-labelledby="take-back-title">
      <h2 id="take-back-title">${words.takeBack.title}</h2>
      ${problemBox(this.problem)}
      <p>${words.takeBack.lead}</p>
      <p>${words.takeBack.read}</p>
      <div class="actions">
        <button type="button" class="button strong-button" @click=${this.takeBack}>${words.takeBack.do}</button>
        <button type="button" class="button" @click=${() => this.dialog.close()}>${words.takeBack.keep}</button>
      </div>
    </dialog>`;
  }

  private readonly takeBack = async (): Promise<void> => {
    try {
      await this.act();
      this.dialog.close();
      this.done();
    } catch (failure) {
      this.problem = Problem.from(failure);
    }
  };
}
