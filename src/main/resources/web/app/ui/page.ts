import type { RouterLocation } from '@vaadin/router';
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Problem } from '../client/problem.js';
import { words } from '../words.js';
import { Acting } from './acting.js';
import { problemBox } from './problem-box.js';

/** A page of the site: loads, shows, and says honestly when it could not. */
export abstract class Page extends Acting {
  protected params: Record<string, string> = {};
  protected query = new URLSearchParams();
  @state() protected loading = true;
  @state() protected loadProblem: Problem | undefined;

  protected abstract get heading(): string;
  protected abstract content(): TemplateResult;

  protected async load(): Promise<void> {
    // Most pages have nothing to wait for.
  }

  onBeforeEnter(location: RouterLocation): void {
    this.params = Object.fromEntries(Object.entries(location.params).map(([name, value]) => [name, String(value)]));
    this.query = new URLSearchParams(location.search);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  protected readonly reload = async (): Promise<void> => {
    this.loadProblem = undefined;
    try {
      await this.load();
    } catch (failure) {
      this.loadProblem = Problem.from(failure);
    }
    this.loading = false;
  };

  /** For a page that has become another one without a new address: it is announced as a new page is. */
  protected async toHeading(): Promise<void> {
    await this.updateComplete;
    window.scrollTo(0, 0);
    this.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override updated(): void {
    document.title = `${this.heading} · ${words.site.name}`;
  }

  protected override render(): TemplateResult {
    return html`<div class="page ${this.localName}">
      <h1 tabindex="-1">${this.heading}</h1>
      ${this.body()}
    </div>`;
  }

  private body(): TemplateResult {
    if (this.loadProblem !== undefined) {
      return html`${problemBox(this.loadProblem)}
        <p><button type="button" class="button" @click=${this.reload}>${words.site.again}</button></p>`;
    }
    return this.loading ? html`<p role="status">${words.site.loading}</p>` : this.content();
  }
}
