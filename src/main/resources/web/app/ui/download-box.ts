import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ownData } from '../client/api.js';
import { Problem } from '../client/problem.js';
import type { Download } from '../client/types.js';
import { day, fill, time, words } from '../words.js';
import { announcer } from './announcer.js';
import { HavenElement } from './element.js';
import { problemBox } from './problem-box.js';

const SOON = 400;
const LATE = 5_000;

/** Everything about oneself as a file. One button throughout, so that whoever uses the keyboard stays where they are. */
@customElement('haven-download')
export class DownloadBox extends HavenElement {
  @state() private download: Download | undefined;
  @state() private problem: Problem | undefined;
  @state() private busy = false;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(async () => this.follow(await ownData.newest()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.timer);
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="download-title">
      <h2 id="download-title">${words.download.title}</h2>
      <p>${words.download.lead}</p>
      ${problemBox(this.problem)}
      <p class="actions">
        <button type="button" class="button" aria-disabled=${this.isUnderway} @click=${this.act}>${this.label()}</button>
      </p>
      <div role="status">${this.progress()}</div>
    </section>`;
  }

  private label(): string {
    if (this.isUnderway) {
      return words.download.underway;
    }
    return this.download?.state === 'ready' ? words.download.save : words.download.begin;
  }

  private progress(): TemplateResult | typeof nothing {
    const download = this.download;
    switch (download?.state) {
      case 'waiting':
        return html`<p>${words.download.waiting}</p>`;
      case 'working':
        return html`<progress aria-label=${words.download.underway} max=${Math.max(1, download.of)} value=${download.done}>
        </progress>`;
      case 'ready':
        return html`<p>${fill(words.download.ready, { day: day(download.expiresAt), time: time(download.expiresAt) })}</p>`;
      case 'failed':
        return html`<p>${words.download.failed}</p>`;
      default:
        return nothing;
    }
  }

  private get isUnderway(): boolean {
    return this.busy || this.download?.state === 'waiting' || this.download?.state === 'working';
  }

  private readonly act = (): Promise<void> | undefined => {
    if (this.isUnderway) {
      return undefined;
    }
    return this.doing(async () =>
      this.download?.state === 'ready' ? this.save(this.download.id) : this.follow(await ownData.download()),
    );
  };

  private async save(id: string): Promise<void> {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await ownData.content(id));
    link.download = words.download.fileName;
    link.click();
    // Later, since some browsers read it only after the click.
    window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  /** Looks again, less and less often, until it is ready. */
  private follow(download: Download | undefined, pause = SOON): void {
    this.download = download;
    if (download?.state === 'waiting' || download?.state === 'working') {
      const next = Math.min(pause * 1.5, LATE);
      this.timer = window.setTimeout(() => void this.look(download.id, next), pause);
    } else if (pause > SOON && download?.state === 'ready') {
      announcer.say(words.download.isReady);
    }
  }

  private async look(id: string, pause: number): Promise<void> {
    try {
      this.follow(await ownData.progress(id), pause);
    } catch (failure) {
      this.problem = Problem.from(failure);
      this.download = undefined;
    }
  }

  private async doing(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await act();
    } catch (failure) {
      this.problem = Problem.from(failure);
    } finally {
      this.busy = false;
    }
  }
}
