import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../words.js';
import { HavenElement } from './element.js';

/** New recovery codes, this once. They live in memory only, and go with the element that shows them. */
@customElement('haven-recovery-codes')
export class RecoveryCodes extends HavenElement {
  @property({ attribute: false }) codes: readonly string[] = [];
  @property({ attribute: false }) kept: () => void = () => undefined;
  @state() private copied = '';

  protected override render(): TemplateResult {
    return html`<p class="lead">${words.recoveryCodes.lead}</p>
      <ol class="codes card" aria-label=${words.recoveryCodes.list}>
        ${this.codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ol>
      <p class="hint">${words.recoveryCodes.where}</p>
      <p class="actions">
        ${this.copyButton()}
        <button type="button" class="button" @click=${this.download}>${words.recoveryCodes.download}</button>
        <span role="status">${this.copied}</span>
      </p>
      <p class="actions">
        <button type="button" class="button strong-button" @click=${this.kept}>${words.recoveryCodes.kept}</button>
      </p>`;
  }

  // Browsers offer the clipboard only where the page came over TLS or from this machine.
  private copyButton(): TemplateResult | typeof nothing {
    return 'clipboard' in navigator
      ? html`<button type="button" class="button" @click=${this.copy}>${words.recoveryCodes.copy}</button>`
      : nothing;
  }

  private readonly copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.codes.join('\n'));
      this.copied = words.recoveryCodes.copied;
    } catch {
      this.copied = words.recoveryCodes.notCopied;
    }
  };

  private readonly download = (): void => {
    const text = [words.recoveryCodes.fileTitle, location.origin, '', ...this.codes, ''].join('\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = words.recoveryCodes.fileName;
    link.click();
    // Later, since some browsers read it only after the click.
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
}
