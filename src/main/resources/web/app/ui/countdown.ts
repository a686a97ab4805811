import { html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fill, span, words } from '../words.js';
import { HavenElement } from './element.js';

const SECOND = 1_000;

/** How long it is still, counted down for the eye. Nobody is told each second: a screen reader reads it when it is asked to. */
@customElement('haven-countdown')
export class Countdown extends HavenElement {
  /** A moment on this device's clock, in milliseconds. */
  @property({ attribute: false }) until = 0;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  protected override render(): TemplateResult {
    return html`<span class="quiet">${fill(words.hosting.waitingFor, { time: span(this.left) })}</span>`;
  }

  protected override updated(_: PropertyValues): void {
    window.clearTimeout(this.timer);
    if (this.left > 0) {
      this.timer = window.setTimeout(() => this.requestUpdate(), SECOND);
    }
  }

  private get left(): number {
    return Math.max(0, Math.ceil((this.until - Date.now()) / SECOND));
  }
}
