import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { secondFactor, site } from '../../client/api.js';
import { session } from '../../client/session.js';
import type { FactorBegun, SecondFactor } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import '../../ui/code-field.js';
import { codeProblem } from '../../ui/code-field.js';
import { problemBox } from '../../ui/problem-box.js';
import { day, fill, words } from '../../words.js';

/** The second step of one's sign-in: set up, shown, switched off. Its secret lives in memory only, while it is shown. */
@customElement('haven-second-factor')
export class SecondFactorCard extends Acting {
  @state() private factor: SecondFactor | undefined;
  @query('h2') private heading!: HTMLElement;
  @state() private begun: FactorBegun | undefined;
  @state() private code = '';
  @state() private done = '';
  private isForAll = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(() => this.load());
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="second-factor-title">
      <h2 id="second-factor-title" tabindex="-1">${words.secondFactor.title}</h2>
      <p>${words.secondFactor.lead}</p>
      ${problemBox(this.codeError() === undefined ? this.problem : undefined)}
      ${this.begun === undefined ? this.standing() : this.settingUp(this.begun)}
      <p role="status">${this.done}</p>
    </section>`;
  }

  private standing(): TemplateResult | typeof nothing {
    if (this.factor === undefined) {
      return nothing;
    }
    return this.factor.on ? this.whenOn(this.factor) : this.whenOff();
  }

  private whenOff(): TemplateResult {
    return html`${this.isNeeded ? html`<p><strong>${this.neededWords()}</strong></p>` : nothing}
      <p class="actions">
        <button type="button" class="button strong-button" @click=${this.begin}>${words.secondFactor.begin}</button>
      </p>`;
  }

  private whenOn(factor: SecondFactor): TemplateResult {
    return html`<p><strong>${fill(words.secondFactor.on, { day: day(factor.since ?? '') })}</strong></p>
      <p>${words.secondFactor.lost}</p>
      <p class="actions">
        <button type="button" class="button" @click=${this.begin}>${words.secondFactor.anew}</button>
        ${this.isNeeded
          ? nothing
          : html`<button type="button" class="button" @click=${this.switchOff}>${words.secondFactor.remove}</button>`}
      </p>
      ${this.isNeeded ? html`<p class="hint">${this.keptWords()}</p>` : nothing}`;
  }

  private get isNeeded(): boolean {
    return this.isForAll || session.hasStaffRole;
  }

  private neededWords(): string {
    return this.isForAll ? words.secondFactor.neededByAll : words.secondFactor.needed;
  }

  private keptWords(): string {
    return this.isForAll ? words.secondFactor.keptByAll : words.secondFactor.kept;
  }

  private settingUp(begun: FactorBegun): TemplateResult {
    return html`<p>${words.secondFactor.scan}</p>
      ${this.picture(begun)}
      <p>${words.secondFactor.type}</p>
      <p class="codes"><code>${begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
      <p><a href=${begun.uri}>${words.secondFactor.here}</a></p>
      <form class="form" novalidate @submit=${this.confirm}>
        <haven-code
          fresh
          .name=${'second-factor-code'}
          .value=${this.code}
          .error=${this.codeError()}
          .change=${(value: string) => (this.code = value)}
        ></haven-code>
        <div class="actions">
          <button class="button strong-button">${words.secondFactor.confirm}</button>
          <button type="button" class="button" @click=${this.cancel}>${words.site.cancel}</button>
        </div>
      </form>`;
  }

  private picture({ picture }: FactorBegun): TemplateResult {
    return html`<svg class="qr" role="img" aria-label=${words.secondFactor.picture} viewBox="0 0 ${picture.size} ${picture.size}">
      ${svg`<path d=${picture.path}></path>`}
    </svg>`;
  }

  private codeError(): string | undefined {
    return this.begun === undefined ? undefined : codeProblem(this.problem);
  }

  private async load(): Promise<void> {
    const [factor, { signUp }] = await Promise.all([secondFactor.state(), site.settings()]);
    this.isForAll = signUp.secondFactor;
    this.factor = factor;
  }

  private readonly begin = (): Promise<void> =>
    this.doing(async () => {
      this.done = '';
      this.code = '';
      this.begun = await secondFactor.begin();
      await this.toTitle();
    });

  private readonly confirm = (event: Event): Promise<void> => {
    event.preventDefault();
    return this.doing(async () => {
      await secondFactor.confirm(this.code);
      await this.settled(words.secondFactor.confirmed);
    });
  };

  private readonly switchOff = (): Promise<void> =>
    this.doing(async () => {
      await secondFactor.remove();
      await this.settled(words.secondFactor.removed);
    });

  private readonly cancel = async (): Promise<void> => {
    this.begun = undefined;
    this.problem = undefined;
    await this.toTitle();
  };

  private async settled(done: string): Promise<void> {
    this.begun = undefined;
    this.code = '';
    await this.load();
    this.done = done;
    await this.toTitle();
  }

  /** The card has become another one; whoever reads it begins at its top. */
  private async toTitle(): Promise<void> {
    await this.updateComplete;
    this.heading.focus();
  }
}
