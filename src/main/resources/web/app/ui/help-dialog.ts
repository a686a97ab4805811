import { html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { site } from '../client/api.js';
import { session } from '../client/session.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';

const BREATH = 10_000;
const BREATH_IN = 4_000;

/** The help that is always there. It needs no server and no account, and it asks nothing of whoever opens it. */
@customElement('haven-help')
export class HelpDialog extends HavenElement {
  @query('dialog') private dialog!: HTMLDialogElement;
  @state() private breath: 'still' | 'in' | 'out' = 'still';
  private timers: number[] = [];
  private leaveTo = 'about:blank';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.still();
  }

  protected override render(): TemplateResult {
    return html`<button type="button" class="button help-button" @click=${this.open}>${words.site.help}</button>
      <dialog class="dialog" aria-labelledby="help-title" @close=${this.still}>
        <div class="dialog-head">
          <h2 id="help-title">${words.help.title}</h2>
          <button type="button" class="button quiet-button" @click=${this.close}>${words.site.close}</button>
        </div>
        <p>${words.help.lead}</p>
        <p>
          <button type="button" class="button leave-button" autofocus aria-describedby="leave-hint" @click=${this.leaveQuickly}>
            ${words.help.leave}
          </button>
        </p>
        <p class="hint" id="leave-hint">${words.help.leaveHint}</p>
        ${this.danger()}${this.ground()}
      </dialog>`;
  }

  private danger(): TemplateResult {
    return html`<h3>${words.help.dangerTitle}</h3>
      <p>${words.help.danger}</p>
      <h3>${words.help.findTitle}</h3>
      <ul>
        ${words.help.find.map((way) => html`<li>${way}</li>`)}
      </ul>
      ${session.person === undefined
        ? nothing
        : html`<p><a href="/board?kind=help" @click=${this.close}>${words.help.board}</a></p>`}`;
  }

  private ground(): TemplateResult {
    return html`<h3>${words.help.groundTitle}</h3>
      <ol class="senses">
        ${words.help.senses.map((sense) => html`<li>${sense}</li>`)}
      </ol>
      <h3>${words.help.breatheTitle}</h3>
      <p>${words.help.breathe}</p>
      <div class="breath breath-${this.breath}" aria-hidden="true"></div>
      <p class="breath-word" role="status">${this.breath === 'still' ? '' : words.help[this.breath]}</p>
      <p>
        <button type="button" class="button" @click=${this.breath === 'still' ? this.breathe : this.still}>
          ${this.breath === 'still' ? words.help.start : words.help.stop}
        </button>
      </p>`;
  }

  private readonly open = (): void => this.dialog.showModal();

  override connectedCallback(): void {
    super.connectedCallback();
    // Asked beforehand: leaving must not wait for an answer.
    site.settings().then(
      ({ leaveTo }) => (this.leaveTo = leaveTo),
      () => undefined,
    );
  }

  // Replaces this page in the history, so that "back" does not lead here.
  private readonly leaveQuickly = (): void => {
    document.title = '';
    document.body.hidden = true;
    location.replace(this.leaveTo);
  };

  private readonly close = (): void => this.dialog.close();

  // The circle grows and shrinks; where motion is not wanted, the words alone change.
  private readonly breathe = (): void => {
    this.still();
    this.breatheOnce();
    this.timers.push(window.setInterval(this.breatheOnce, BREATH));
  };

  private readonly breatheOnce = (): void => {
    this.breath = 'in';
    this.timers.push(window.setTimeout(() => (this.breath = 'out'), BREATH_IN));
  };

  private readonly still = (): void => {
    this.timers.forEach((timer) => window.clearTimeout(timer));
    this.timers = [];
    this.breath = 'still';
  };
}
