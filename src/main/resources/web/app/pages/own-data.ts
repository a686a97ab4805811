import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts, ownData } from '../client/api.js';
import { session } from '../client/session.js';
import type { Erasure } from '../client/types.js';
import { announcer } from '../ui/announcer.js';
import '../ui/download-box.js';
import '../ui/erasure-box.js';
import { Page } from '../ui/page.js';
import { problemBox } from '../ui/problem-box.js';
import { day, fill, words } from '../words.js';

/** What belongs to one's account: taking it away, being out of sight for a while, leaving for good. */
@customElement('haven-own-data')
export class OwnData extends Page {
  @state() private erasure: Erasure | undefined;

  protected get heading(): string {
    switch (session.person?.state) {
      case 'resting':
        return words.rest.restingTitle;
      case 'leaving':
        return words.erasure.leavingTitle;
      default:
        return words.ownData.title;
    }
  }

  protected override async load(): Promise<void> {
    session.update(await accounts.me());
    this.erasure = await ownData.erasure();
  }

  protected content(): TemplateResult {
    return html`${problemBox(this.problem)}${this.standing()}
      <haven-download></haven-download>
      ${session.person?.state === 'active' ? this.rest() : nothing}
      ${this.erasure === undefined || session.person?.state === 'leaving'
        ? nothing
        : html`<haven-erasure .erasure=${this.erasure} .asked=${this.reloadAtTop}></haven-erasure>`}`;
  }

  private standing(): TemplateResult | typeof nothing {
    switch (session.person?.state) {
      case 'resting':
        return html`<p class="lead">${words.rest.restingLead}</p>
          <p class="actions">
            <button type="button" class="button strong-button" @click=${this.comeBack}>${words.rest.comeBack}</button>
          </p>`;
      case 'leaving':
        return html`<p class="lead">${fill(words.erasure.leavingLead, { day: day(this.erasure?.dueAt ?? '') })}</p>
          <p>${this.erasure?.messages === 'line' ? words.erasure.line : words.erasure.go}</p>
          <p class="actions">
            <button type="button" class="button strong-button" @click=${this.stay}>${words.erasure.stay}</button>
          </p>`;
      default:
        return nothing;
    }
  }

  private rest(): TemplateResult {
    return html`<section aria-labelledby="rest-title">
      <h2 id="rest-title">${words.rest.title}</h2>
      <p>${words.rest.lead}</p>
      <p>${words.rest.seen}</p>
      <p class="actions"><button type="button" class="button" @click=${this.begin}>${words.rest.begin}</button></p>
    </section>`;
  }

  private readonly begin = (): Promise<void> => this.moved(() => ownData.rest(), words.rest.restingTitle);

  private readonly comeBack = (): Promise<void> => this.moved(() => ownData.comeBack(), words.rest.back);

  private readonly stay = (): Promise<void> => this.moved(() => ownData.stay(), words.erasure.stayed);

  private moved(act: () => Promise<void>, said: string): Promise<void> {
    return this.doing(async () => {
      await act();
      await this.reloadAtTop();
      announcer.say(said);
    });
  }

  private readonly reloadAtTop = async (): Promise<void> => {
    await this.reload();
    await this.toHeading();
  };
}
