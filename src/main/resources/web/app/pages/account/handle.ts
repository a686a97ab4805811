import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { accounts } from '../../client/api.js';
import { session } from '../../client/session.js';
import type { OwnHandle } from '../../client/types.js';
import { Acting } from '../../ui/acting.js';
import { textField } from '../../ui/fields.js';
import { problemBox } from '../../ui/problem-box.js';
import { day, fill, words } from '../../words.js';

const OF_THE_NAME: readonly string[] = ['handle-taken', 'handle-not-possible'];

/** Changing the name one goes by. */
@customElement('haven-handle')
export class Handle extends Acting {
  @state() private own: OwnHandle | undefined;
  @state() private fresh = '';
  @state() private said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.doing(() => this.load());
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="handle-title">
      <h2 id="handle-title">${words.handle.title}</h2>
      ${this.own === undefined ? this.notLoaded() : this.loaded(this.own)}
      <p role="status">${this.said}</p>
    </section>`;
  }

  private notLoaded(): TemplateResult {
    return this.problem === undefined
      ? html`<p>${words.site.loading}</p>`
      : html`${problemBox(this.problem)}
          <p><button type="button" class="button" @click=${() => this.doing(() => this.load())}>${words.site.again}</button></p>`;
  }

  private loaded(own: OwnHandle): TemplateResult {
    return html`<p>${fill(words.handle.lead, { handle: own.handle })}</p>
      ${own.changeableAt === undefined
        ? this.form()
        : html`<p>${fill(words.handle.later, { day: day(own.changeableAt) })}</p>`}`;
  }

  private form(): TemplateResult {
    const whole = this.problem !== undefined && OF_THE_NAME.includes(this.problem.code) ? this.problem : undefined;
    return html`<form class="form" novalidate @submit=${this.change}>
      ${problemBox(this.problem)}
      ${textField({
        name: 'new-handle',
        label: words.handle.fresh,
        hint: words.handle.hint,
        value: this.fresh,
        error: this.problem?.field('handle') ?? (whole === undefined ? undefined : `${whole.title} ${whole.next}`),
        change: (value) => (this.fresh = value),
      })}
      <div class="actions"><button class="button">${words.handle.change}</button></div>
    </form>`;
  }

  private async load(): Promise<void> {
    this.own = await accounts.handle();
  }

  private readonly change = (event: Event): Promise<void> => {
    event.preventDefault();
    this.said = '';
    return this.doing(async () => {
      this.own = await accounts.changeHandle(this.fresh);
      this.fresh = '';
      this.said = fill(words.handle.changed, { handle: this.own.handle });
      session.update(await accounts.me());
    });
  };
}
